package dev.flightlog.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flightlog.digest.DigestCard;
import dev.flightlog.fake.ChatReceiver;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.report.InventedOrganization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A page with what nobody can wait for: the next day, the next week, a day that GitHub restates, and days that GitHub does
 * not publish. Also issues the token with which the API can be read, and is the chat that gets the digest.
 */
final class Desk {
    /** The longest that a server accepts. */
    private static final Duration TOKEN_LASTS = Duration.ofHours(24);
    /** The day before yesterday is published, and is read again for some days. */
    private static final int RESTATED_DAYS_AGO = 4;

    private static final int DAYS_WITHHELD = 60;

    private final MovableClock clock;
    private final InventedOrganization invented;
    private final HttpServer server;
    private final RSAKey key;
    private final ChatReceiver chat;
    private final EndedContract contract;
    private volatile String said = "";
    private volatile Supplier<Optional<DigestCard>> card = Optional::empty;

    Desk(int port, MovableClock clock, InventedOrganization invented, FakeGitHub github) {
        this.clock = clock;
        this.invented = invented;
        this.contract = new EndedContract(github, invented.organization());
        try {
            key = new RSAKeyGenerator(2048).keyID("sandbox").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (JOSEException | IOException unstartable) {
            throw new UncheckedIOException(new IOException(unstartable));
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/jwks", exchange -> send(exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString()));
        chat = ChatReceiver.on(server);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Where the digest of the organization goes. */
    String chatUrl() {
        return url() + "/slack/services/T0001/B0001/sandbox";
    }

    /** What the page of the chats shows. */
    void shows(Supplier<Optional<DigestCard>> latest) {
        card = latest;
    }

    /** Reads the API of the organization, for a day. */
    String token(String audience) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("sandbox")
                .audience(audience)
                .claim("flightlog_org", invented.organization().login())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plus(TOKEN_LASTS)))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            act(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().add("Location", "/");
            send(exchange, 303, "text/plain", "");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, 200, "text/html", page());
            case "/chats" -> send(exchange, 200, "text/html", chats());
            default -> send(exchange, 404, "text/html", "not found");
        }
    }

    private void act(String path) {
        LocalDate today = today();
        switch (path) {
            case "/next-day" -> {
                move(1);
                said = "It is the next day. Flightlog reads it within a minute.";
            }
            case "/next-week" -> {
                move(7);
                said = "It is a week later. The next weekly post comes within some minutes.";
            }
            case "/restate" -> {
                invented.restate(today.minusDays(RESTATED_DAYS_AGO));
                said = "GitHub changed " + today.minusDays(RESTATED_DAYS_AGO)
                        + ". Comment /copilot refresh: the post of its week says that it was restated.";
            }
            case "/withhold" -> {
                for (int ahead = -2; ahead < DAYS_WITHHELD; ahead++) {
                    invented.withhold(today.plusDays(ahead));
                }
                said = "GitHub publishes no more days. Go a week on: an alert comes in place of a post.";
            }
            case "/release" -> {
                for (int day = -DAYS_WITHHELD; day < 2 * DAYS_WITHHELD; day++) {
                    invented.release(today.plusDays(day));
                }
                said = "GitHub publishes again. Comment /copilot refresh, or go on a day: the alert closes.";
            }
            case "/contract-ends" -> {
                said = contract.ends();
                move(1);
            }
            case "/grant-write" -> said = contract.grantWrite();
            case "/revoke-write" -> said = contract.revokeWrite();
            case "/use-one" -> said = contract.oneIsUsed();
            case "/refuse-one" -> said = contract.oneIsRefused();
            case "/leave-out" -> said = contract.oneIsLeftOut();
            default -> said = "";
        }
    }

    private void move(int days) {
        clock.advance(Duration.ofDays(days));
        invented.refreshSeats(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The latest digest as it looks in each chat. */
    private String chats() {
        int came = chat.received().size();
        return """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>The digest in the chats</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>:root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
            %s</style>
            <h1>The digest in the chats</h1>
            <p>%s came in here, in the place of Slack. This is the latest, as each chat shows it. <a href="/">Back to the desk</a></p>
            %s
            """.formatted(
                        ChatPreview.STYLE,
                        came == 1 ? "1 digest" : came + " digests",
                        card.get().map(ChatPreview::html).orElse("<p>No weekly post stands yet.</p>"));
    }

    private String page() {
        return """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox desk</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>:root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
            form { display: inline-block; margin: .2rem } button { font: inherit; padding: .4rem .8rem }</style>
            <h1>It is %s in the sandbox</h1>
            <p role="status">%s</p>
            %s
            <p><a href="/chats">The digest as it looks in Slack and in Teams</a></p>
            <h2>A seat review in minutes</h2>
            <ol>
            <li>%s%s then sign in to Flightlog as an admin, open <em>Seats</em>, press <em>Start a seat review</em>;
            or comment <code>/copilot review start</code>.</li>
            <li>Sign in as who does not use the seat, open <em>My seat</em>, press <em>Keep my seat</em>; as the admin
            keep another one. Sign in as another admin and approve.</li>
            <li>%s%s</li>
            <li><em>Next week</em> ends the notice: the issue and the page say what became of each seat. Give one back
            with <em>Give back</em>, or <code>/copilot undo contractor-06</code>.</li>
            </ol>
            <p>Without the permission to write the review ends in commands to run by hand: %s</p>
            <p>A listing that lacks somebody takes no seat from them: %s</p>
            <p>A session lasts 8 hours: sign in again after a day.</p>
            """.formatted(
                        today(),
                        said,
                        button("next-day", "Next day")
                                + button("next-week", "Next week")
                                + button("restate", "GitHub restates a day")
                                + button("withhold", "GitHub publishes no more days")
                                + button("release", "GitHub publishes again"),
                        button("contract-ends", "A contract ends"),
                        button("grant-write", "An owner lets the app write seats"),
                        button("use-one", "One of them uses Copilot"),
                        button("refuse-one", "GitHub will refuse one"),
                        button("revoke-write", "An owner takes that back"),
                        button("leave-out", "GitHub's listing leaves one out"));
    }

    private static String button(String path, String label) {
        return "<form method=\"post\" action=\"/" + path + "\"><button>" + label + "</button></form>\n";
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void close() {
        server.stop(0);
    }
}
