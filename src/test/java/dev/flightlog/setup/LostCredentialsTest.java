package dev.flightlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.jobs.JobRunner;
import dev.flightlog.support.LogLines;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import io.micronaut.context.ApplicationContext;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upgrade that lost the name of the credentials' Secret shows, and loses nothing. */
class LostCredentialsTest {
    private static final Map<String, Object> NO_APP = Map.of(
            "flightlog.github.app-id", "",
            "flightlog.github.private-key", "",
            "flightlog.github.webhook-secret", "");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    @Test
    void isSaidWhereAnOperatorLooksAndDeliveriesAreSentAgain() throws Exception {
        Postgres.Database database = Postgres.fresh();
        try (FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
                TestApplication before = TestApplication.startOn(clock, github, database, Map.of())) {
            before.careless();
            before.execute("""
                insert into organization (org_id, login, installation_id, state, installed_at, state_since)
                values (7, 'acme', 70, 'active', now(), now()), (8, 'former', 80, 'removed', now(), now())
                """);
        }
        try (LogLines log = LogLines.of(LostCredentials.class);
                FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
                TestApplication after =
                        TestApplication.startOn(clock, github, database, NO_APP).careless()) {
            ServerProcess.await(
                    "it is said", Duration.ofSeconds(20), () -> !log.lines().isEmpty());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR The database holds an App's installations (acme), but no App is configured");
            assertThat(post(after).statusCode()).isEqualTo(503);
            assertThat(post(after).headers().firstValue("retry-after")).isPresent();
            String token = after.bean(SetupTickets.class).token();
            assertThat(get(after, "/setup?token=" + token))
                    .contains("The database holds an App&#39;s installations (acme)", "FLIGHTLOG_GITHUB_APP_ID");
            assertThat(get(after, "/setup/installed?installation_id=70"))
                    .contains("The App's credentials are missing".replace("'", "&#39;"))
                    .doesNotContain("acme");
            assertThat(get(after, "/"))
                    .contains("This server has no GitHub App")
                    .doesNotContain("acme");
            assertThat(get(after, "/prometheus"))
                    .contains("flightlog_source_needs_person{org=\"acme\",problem=\"credentials\",source=\"app\"} 1.0");
        }
    }

    @Test
    void aFreshDatabaseIsNotComplainedAbout() throws Exception {
        try (LogLines log = LogLines.of(LostCredentials.class);
                FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
                TestApplication app =
                        TestApplication.start(clock, github, NO_APP).careless()) {
            assertThat(log.lines()).isEmpty();
            assertThat(post(app).statusCode()).isEqualTo(503);
        }
    }

    /** Jobs are in the table already, and every one would fail and count an attempt. */
    @ParameterizedTest
    @CsvSource({"'', false", "123456, true"})
    void jobsWaitWithoutAnApp(String appId, boolean run) {
        try (ApplicationContext context = ApplicationContext.builder(Map.of(
                        "flightlog.github.app-id", appId,
                        "datasources.default.url", "jdbc:postgresql://localhost:1/none",
                        "datasources.default.username", "nobody",
                        "datasources.default.password", "none",
                        "datasources.default.minimum-idle", 0))
                .eagerInitSingletons(false)
                .start()) {
            assertThat(context.containsBean(JobRunner.class)).isEqualTo(run);
        }
    }

    private static String get(TestApplication app, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(app.url(path))
                                    .header("Accept", "text/html, */*")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static HttpResponse<String> post(TestApplication app) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(app.url("/webhooks/github"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
