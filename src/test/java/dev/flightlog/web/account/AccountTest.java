package dev.flightlog.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.support.HeardLog;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.support.TestBrowser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do on their account's page: make and revoke access tokens, and end sessions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {
    private static final String PUBLIC_URL = "https://flightlog.example";
    private static final Pattern TOKEN = Pattern.compile("flp_[0-9A-Za-z]{42}");
    private static final Pattern NAMED = Pattern.compile("name=\"(?:token|session)\" value=\"([0-9a-f]{64})\"");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final HeardLog log = new HeardLog();
    private final TestApplication app = TestApplication.start(
            clock,
            github,
            Map.of(
                    "flightlog.public-url", PUBLIC_URL,
                    "flightlog.github.client-id", github.app().clientId(),
                    "flightlog.github.client-secret", github.app().clientSecret()));
    private final Organization acme = github.world().addOrganization("acme");
    private TestBrowser ada = new TestBrowser(app, PUBLIC_URL);
    private TestBrowser grace = new TestBrowser(app, PUBLIC_URL);

    @BeforeAll
    void install() {
        github.authorizations().callbackUrls(PUBLIC_URL + "/login/callback");
        acme.addOwner("ada");
        acme.addMember("grace");
        acme.addRepository("copilot-governance");
        github.installApp(acme);
        app.runJobs();
    }

    @BeforeEach
    void signIn() {
        github.faults().clear();
        app.execute("delete from session");
        app.execute("delete from access_token");
        ada = new TestBrowser(app, PUBLIC_URL);
        grace = new TestBrowser(app, PUBLIC_URL);
        ada.signIn("ada");
        grace.signIn("grace");
    }

    @AfterAll
    void stop() {
        log.close();
        app.careless().close();
    }

    @Test
    void aTokenIsShownOnceAndReadsTheApiUntilItIsRevoked() {
        HttpResponse<String> made =
                ada.post("/account/tokens", Map.of("organization", "acme", "name", "<b>note</b>book", "days", "30"));
        String token = found(TOKEN, made.body());

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(api(token)).isEqualTo(200);
        String page = ada.get("/account").body();
        assertThat(page)
                .doesNotContain(token)
                .contains("&lt;b&gt;note&lt;/b&gt;book", "live")
                .doesNotContain("<b>note");
        assertThat(log.text()).doesNotContain(token);

        String hash = found(NAMED, page);
        grace.post("/account/tokens/revoke", Map.of("token", hash));
        assertThat(api(token))
                .as("another person's token is not hers to revoke")
                .isEqualTo(200);
        assertThat(ada.post("/account/tokens/revoke", Map.of("token", hash)).statusCode())
                .isEqualTo(303);
        assertThat(api(token)).isEqualTo(401);
        assertThat(ada.get("/account").body()).contains("revoked");
        assertThat(app.query("select login || ' ' || role || ' ' || arguments from command_log where command = 'token'"
                        + " and arguments like '%note%' order by asked_at, arguments"))
                .as("both stand in the audit trail, another person's attempt does not")
                .hasSize(2)
                .allMatch(line -> line.startsWith("ada "))
                .anyMatch(line -> line.startsWith("ada admin made "))
                .anyMatch(line -> line.startsWith("ada unknown revoked "));
    }

    @Test
    void aTokenThatCannotBeMadeIsSaidInWords() {
        assertThat(ada.post("/account/tokens", Map.of("organization", "umbrella", "name", "a", "days", "1"))
                        .body())
                .contains("Choose one of your organizations.");
        assertThat(ada.post("/account/tokens", Map.of("organization", "acme", "name", "a", "days", "91"))
                        .body())
                .contains("A token lasts 1 to 90 days.");
        assertThat(ada.post("/account/tokens", Map.of("organization", "acme", "name", " ", "days", "1"))
                        .body())
                .contains("Give the token a name");
        assertThat(app.query("select name from access_token")).isEmpty();
    }

    @Test
    void makingOneAsksGitHubNow() {
        ada.get("/account");
        github.faults().always("memberships", Fault.status(503));

        HttpResponse<String> away =
                ada.post("/account/tokens", Map.of("organization", "acme", "name", "a", "days", "1"));

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("GitHub does not answer");
        assertThat(app.query("select name from access_token")).isEmpty();
    }

    @Test
    void oneSessionEndsOrAll() {
        TestBrowser phone = new TestBrowser(app, PUBLIC_URL);
        clock.advance(java.time.Duration.ofSeconds(1));
        phone.signIn("ada");
        String phones = found(NAMED, ada.get("/account").body());

        grace.post("/account/sessions/end", Map.of("session", phones));
        assertThat(phone.get("/account").statusCode()).isEqualTo(200);
        ada.post("/account/sessions/end", Map.of("session", phones));
        assertThat(phone.get("/account").statusCode()).isEqualTo(303);
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
        ada.post("/account/sessions/end-all", Map.of());
        assertThat(ada.get("/account").statusCode()).isEqualTo(303);
        assertThat(grace.get("/account").statusCode()).isEqualTo(200);
    }

    private int api(String token) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(app.url("/api/orgs/acme/seats"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }
}
