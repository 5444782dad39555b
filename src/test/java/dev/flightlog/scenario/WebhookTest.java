package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.flightlog.support.LogLines;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each line of the contract's table for {@code POST /webhooks/github}, tried with real requests. */
class WebhookTest {
    private static final String STAR = "{\"action\":\"created\",\"starred_at\":\"2026-11-18T09:00:00Z\"}";
    private static final int LIMIT_BYTES = 25 * 1024 * 1024;

    private final Path spool = Files.createTempDirectory("flightlog-spool-");
    private final TestApplication app = TestApplication.start(
            new SettableClock(Instant.parse("2026-11-18T09:00:00Z")),
            Map.of("flightlog.webhook.spool-directory", spool.toString()));
    private final HttpClient http = HttpClient.newHttpClient();
    private String guid = UUID.randomUUID().toString();

    WebhookTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        app.runJobs();
        app.close();
        Files.deleteIfExists(spool);
    }

    @Test
    void acceptsWhatIsSignedAndStoresIt() throws Exception {
        assertThat(send(STAR).statusCode()).isEqualTo(202);

        assertThat(app.query("select guid || ' ' || event || ' ' || state from delivery"))
                .containsExactly(guid + " star received");
    }

    @Test
    void ignoresEventsThatNobodyActsOn() throws Exception {
        send(STAR);
        app.runJobs();

        assertThat(app.query("select state from delivery")).containsExactly("ignored");
        assertThat(app.query("select payload is null from delivery")).containsExactly("t");
    }

    @Test
    void saysOnceInTheLogThatSignaturesAreWrong() throws Exception {
        try (LogLines log = LogLines.of("dev.flightlog.webhook")) {
            assertThat(sendSigned(STAR, "another secret").statusCode()).isEqualTo(401);
            assertThat(sendSigned(STAR, "another secret").statusCode()).isEqualTo(401);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN a delivery is refused with 401: it is signed with another secret than"
                            + " FLIGHTLOG_GITHUB_WEBHOOK_SECRET");

            assertThat(send(STAR).statusCode()).isEqualTo(202);
            assertThat(sendSigned(STAR, "another secret").statusCode()).isEqualTo(401);
            assertThat(log.lines())
                    .as("after one that was right it is news again")
                    .hasSize(2);
        }
    }

    @Test
    void acceptsTheSameDeliveryAgainAndHandlesItOnce() throws Exception {
        assertThat(send(STAR).statusCode()).isEqualTo(202);
        app.runJobs();
        assertThat(send(STAR).statusCode()).isEqualTo(202);
        app.runJobs();

        assertThat(app.query("select attempts from delivery")).containsExactly("1");
    }

    @Test
    void refusesAWrongSignature() throws Exception {
        HttpResponse<String> answer =
                send(request(STAR, "application/json").setHeader("X-Hub-Signature-256", "sha256=" + "0".repeat(64)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(app.query("select guid from delivery")).isEmpty();
    }

    @Test
    void refusesASignatureOverOtherBytes() throws Exception {
        HttpResponse<String> answer =
                send(request(STAR, "application/json").setHeader("X-Hub-Signature-256", signature(STAR + " ")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(app.query("select guid from delivery")).isEmpty();
    }

    @Test
    void refusesNoSignature() throws Exception {
        assertThat(sendUnsigned().statusCode()).isEqualTo(401);
        assertThat(app.query("select guid from delivery")).isEmpty();
    }

    @Test
    void aStrangersUnsignedBodyDoesNotHideThatTheSecretIsWrong() throws Exception {
        try (LogLines log = LogLines.of("dev.flightlog.webhook")) {
            assertThat(sendUnsigned().statusCode()).isEqualTo(401);
            assertThat(sendUnsigned().statusCode()).isEqualTo(401);
            assertThat(sendSigned(STAR, "another secret").statusCode()).isEqualTo(401);

            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).contains("carries no signature");
            assertThat(log.lines().get(1)).contains("another secret than FLIGHTLOG_GITHUB_WEBHOOK_SECRET");
        }
    }

    private HttpResponse<String> sendUnsigned() throws IOException, InterruptedException {
        HttpRequest unsigned = HttpRequest.newBuilder(app.url("/webhooks/github"))
                .header("X-GitHub-Event", "star")
                .header("X-GitHub-Delivery", guid)
                .POST(HttpRequest.BodyPublishers.ofString(STAR))
                .build();
        return http.send(unsigned, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void refusesADeliveryThatIsNoGuid() throws Exception {
        guid = "1-2-3-4-5";

        assertThat(send(STAR).statusCode()).isEqualTo(400);
        assertThat(app.query("select guid from delivery")).isEmpty();
    }

    @Test
    void refusesAMissingEventOrDelivery() throws Exception {
        HttpRequest noEvent = HttpRequest.newBuilder(app.url("/webhooks/github"))
                .header("X-GitHub-Delivery", guid)
                .header("X-Hub-Signature-256", signature(STAR))
                .POST(HttpRequest.BodyPublishers.ofString(STAR))
                .build();
        HttpRequest noDelivery = HttpRequest.newBuilder(app.url("/webhooks/github"))
                .header("X-GitHub-Event", "star")
                .header("X-Hub-Signature-256", signature(STAR))
                .POST(HttpRequest.BodyPublishers.ofString(STAR))
                .build();

        assertThat(http.send(noEvent, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
        assertThat(http.send(noDelivery, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
        assertThat(app.query("select guid from delivery")).isEmpty();
    }

    @Test
    void refusesWhatIsNoJsonObject() throws Exception {
        for (String body :
                new String[] {"", "[]", "42", "{", "{\"a\":1} {}", "payload={}", "{\"a\":" + "[".repeat(5_000)}) {
            assertThat(send(body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(app.query("select guid from delivery")).isEmpty();
    }

    @Test
    void acceptsAForm() throws Exception {
        String form = "payload=" + URLEncoder.encode("{\"action\":\"créé\"}", StandardCharsets.UTF_8);

        assertThat(send(request(form, "application/x-www-form-urlencoded")).statusCode())
                .isEqualTo(202);
        byte[] stored = HexFormat.of()
                .parseHex(
                        app.query("select encode(payload, 'hex') from delivery").getFirst());
        assertThat(new ZstdInputStream(new ByteArrayInputStream(stored)).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"action\":\"créé\"}");
    }

    @Test
    void acceptsABodyAtTheLimit() throws Exception {
        String body = "{\"a\":\"" + "x".repeat(LIMIT_BYTES - 8) + "\"}";

        assertThat(body).hasSize(LIMIT_BYTES);
        assertThat(send(body).statusCode()).isEqualTo(202);
    }

    @Test
    void aDiskThatTakesNoMoreIsSaidOnceAndTheDeliveryIsSentAgain() throws Exception {
        String large = "{\"a\":\"" + "x".repeat(300_000) + "\"}";
        try (LogLines log = LogLines.of("dev.flightlog.webhook")) {
            Files.delete(spool);
            HttpResponse<String> refused = send(large);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            String form = "payload=" + URLEncoder.encode(large, StandardCharsets.UTF_8);
            assertThat(send(request(form, "application/x-www-form-urlencoded")).statusCode())
                    .isEqualTo(503);
            assertThat(send(STAR).statusCode()).as("in memory").isEqualTo(202);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR a delivery above 256 KB is answered with 503, as further ones are: temporary"
                            + " files in " + spool + ": it is gone.")
                    .contains("tmp.sizeLimit");

            Files.createDirectory(spool);
            guid = UUID.randomUUID().toString();
            assertThat(send(large).statusCode()).isEqualTo(202);
            assertThat(log.lines()).last().asString().isEqualTo("INFO large deliveries are taken again");
        }
    }

    @Test
    void refusesABodyOverTheLimit() throws Exception {
        String body = "{\"a\":\"" + "x".repeat(LIMIT_BYTES) + "\"}";

        assertThat(send(body).statusCode()).isEqualTo(413);
        assertThat(app.query("select guid from delivery")).isEmpty();
    }

    /** Closing at once would reset the connection, and the sender might never read why. */
    @Test
    void aRefusedSenderCanFinishItsWriteAndReadTheAnswer() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", app.url("/").getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /webhooks/github HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + 2L * LIMIT_BYTES + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");

            byte[] piece = new byte[64 << 10];
            for (int sent = 0; sent < 3 << 20; sent += piece.length) {
                out.write(piece);
            }

            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).contains("the body is over 25 MB");
        }
    }

    private HttpResponse<String> sendSigned(String body, String secret) throws Exception {
        return send(request(body, "application/json").setHeader("X-Hub-Signature-256", signature(body, secret)));
    }

    private HttpResponse<String> send(String body) throws Exception {
        return send(request(body, "application/json"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String body, String contentType) throws GeneralSecurityException {
        return HttpRequest.newBuilder(app.url("/webhooks/github"))
                .header("Content-Type", contentType)
                .header("X-GitHub-Event", "star")
                .header("X-GitHub-Delivery", guid)
                .header("X-Hub-Signature-256", signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String signature(String body) throws GeneralSecurityException {
        return signature(body, app.github().app().webhookSecret());
    }

    private static String signature(String body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
