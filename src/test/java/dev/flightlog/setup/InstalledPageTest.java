package dev.flightlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the person sees who just installed the App, and what a stranger sees with any number: no name, no figure. */
class InstalledPageTest {
    private final TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        app.runJobs();
        app.close();
    }

    @Test
    void saysWhatHappensNow() throws Exception {
        Organization acme = organization();
        acme.addRepository("copilot-governance");
        Installation installation = app.github().installApp(acme);
        app.runJobs();

        assertThat(page(installation.id()))
                .contains("the first summary is posted")
                .doesNotContain("acme", "http-equiv");
    }

    @Test
    void saysWhichRepositoryIsMissing() throws Exception {
        Installation installation = app.github().installApp(organization());
        app.runJobs();

        assertThat(page(installation.id()))
                .contains("One thing is missing", "<code>copilot-governance</code>", "http-equiv=\"refresh\"")
                .doesNotContain("acme");
    }

    @Test
    void aNumberThatIsUnknownLooksLikeOneThatIsOnItsWay() throws Exception {
        String before = page(app.github().installApp(organization()).id());

        assertThat(before).contains("is being set up");
        assertThat(withoutNonce(page(987_654_321))).isEqualTo(withoutNonce(before));
        assertThat(withoutNonce(get("/setup/installed?installation_id=%27;--").body()))
                .isEqualTo(withoutNonce(before));
    }

    @Test
    void withoutANumberEachInstallationIsThere() throws Exception {
        assertThat(get("/setup/installed").body()).contains("The App is installed nowhere yet");

        Organization acme = organization();
        acme.addRepository("copilot-governance");
        Installation ready = app.github().installApp(acme);
        Organization globex = app.github().world().addOrganization("globex");
        globex.addOwner("grace");
        Installation missing = app.github().installApp(globex);
        app.runJobs();

        assertThat(get("/setup/installed").body())
                .contains("Installation " + ready.id() + " is well")
                .contains("Installation " + missing.id() + " waits for the governance repository")
                .doesNotContain("acme", "globex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/(orgs|repos)/acme; The `acme` organization has an IP allow list enabled; IP allow list keeps this"
                        + " server out",
                "/(orgs|repos)/acme; Resource protected by organization SAML enforcement; SAML single sign-on. An owner"
                        + " looks",
                "/orgs/acme/copilot/billing; Resource not accessible by integration; organization_copilot_seat_management"
            })
    void saysWhatAPersonMustDo(String refused, String said, String remedy) throws Exception {
        Organization acme = organization();
        acme.addRepository("copilot-governance");
        app.github().faults().always(refused, new Fault.Status(403, said, null, false));
        Installation installation = app.github().installApp(acme);
        app.runJobs();

        assertThat(page(installation.id()))
                .contains("A person must act", remedy)
                .doesNotContain("acme");
    }

    @Test
    void saysThatTheInstallationIsSuspended() throws Exception {
        Organization acme = organization();
        acme.addRepository("copilot-governance");
        Installation installation = app.github().installApp(acme);
        app.runJobs();
        app.github().administrators().suspend(installation);
        app.runJobs();

        assertThat(page(installation.id()))
                .contains("A person must act", "installation is suspended. An owner ends the suspension")
                .doesNotContain("acme", "What can be read");
    }

    /** Nothing is known of any installation then, so the page must not say that all is on its way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|'Issued at' claim ('iat') must be an Integer|clock is wrong",
                "401|A JSON web token could not be decoded|the private key is not one of the App",
                "404|Integration not found|no App has the ID in FLIGHTLOG_GITHUB_APP_ID"
            })
    void saysThatGitHubRefusesTheKey(int status, String said, String remedy) throws Exception {
        app.github().faults().always("(GET|POST) /app", new Fault.Status(status, said, null, false));
        app.runJobs();

        assertThat(page(123)).contains("GitHub does not accept the app", remedy).doesNotContain("on its way");
        assertThat(get("/setup/installed").body())
                .contains("No installation is known. GitHub does not accept the app", remedy)
                .doesNotContain("installed nowhere");

        app.github().faults().clear();
        app.pass(Duration.ofMinutes(1));
        assertThat(page(123)).contains("is being set up");
    }

    @Test
    void saysThatGitHubDoesNotAnswer() throws Exception {
        app.github().faults().always(".*", Fault.status(503));
        for (int seconds = 0; seconds < 120; seconds += 10) {
            app.pass(Duration.ofSeconds(10));
        }

        assertThat(page(123)).contains("No answer from GitHub: localhost answers 503.");
        app.github().faults().clear();
        app.pass(Duration.ofMinutes(1));
    }

    @Test
    void saysThatDeliveriesAreSignedWithAnotherSecret() throws Exception {
        HttpRequest.Builder delivery = HttpRequest.newBuilder(app.url("/webhooks/github"))
                .header("X-GitHub-Event", "installation")
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + "0".repeat(64));
        assertThat(browser.send(
                                delivery.POST(HttpRequest.BodyPublishers.ofString("{}"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);

        assertThat(page(123))
                .contains("signed with another secret than FLIGHTLOG_GITHUB_WEBHOOK_SECRET", "App&#39;s settings page");

        app.github().installApp(organization());
        app.runJobs();
        assertThat(page(123)).doesNotContain("FLIGHTLOG_GITHUB_WEBHOOK_SECRET");
    }

    @Test
    void setupIsGoneOnceAnAppIsConfigured() throws Exception {
        assertThat(get("/setup").statusCode()).isEqualTo(404);
        assertThat(get("/setup?token=x").statusCode()).isEqualTo(404);
        assertThat(get("/setup/callback?code=x&state=y").statusCode()).isEqualTo(404);
    }

    private Organization organization() {
        Organization acme = app.github().world().addOrganization("acme");
        acme.addOwner("ada");
        return acme;
    }

    private String page(long installation) throws Exception {
        HttpResponse<String> answer = get("/setup/installed?installation_id=" + installation + "&setup_action=install");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(app.url(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String withoutNonce(String html) {
        return html.replaceAll("nonce=\"[^\"]*\"", "");
    }
}
