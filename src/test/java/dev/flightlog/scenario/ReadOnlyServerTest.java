package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.flightlog.app.RefreshedGauges;
import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.support.LogLines;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.StoppablePostgres;
import dev.flightlog.support.TestApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions lead to a server that can only be read, as after a failover; new sessions could write again. */
class ReadOnlyServerTest {
    private static final JsonNode STAR = JsonNodeFactory.instance.objectNode().put("action", "created");

    private final StoppablePostgres postgres = new StoppablePostgres();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void sessionsThatCannotWriteAreClosedAndWorkGoesOn() throws Exception {
        administer("create role flightlog login", "create database flightlog owner flightlog");
        Postgres.Database database = new Postgres.Database(
                postgres.database().url().replace("/postgres", "/flightlog"), "flightlog", "flightlog");
        try (TestApplication app =
                TestApplication.startOn(clock, github, database, Map.of("datasources.default.minimum-idle", 2))) {
            assertThat(github.deliver("star", STAR).ok()).isTrue();
            app.runJobs();

            administer(
                    "alter role flightlog set default_transaction_read_only = on",
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'flightlog'");
            assertThat(readiness(app)).as("readiness").isEqualTo(503);
            try (LogLines log = LogLines.of("dev.flightlog.webhook")) {
                Delivery refused = github.deliver("star", STAR);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.responseHeaders()).containsKey("retry-after");
                for (int more = 0; more < 4; more++) {
                    assertThat(github.deliver("star", STAR).statusCode()).isEqualTo(503);
                }
                assertThat(log.lines())
                        .filteredOn(line -> !line.contains("terminating connection"))
                        .as("told once an outage")
                        .singleElement()
                        .asString()
                        .contains("cannot execute", "read-only transaction");
            }

            administer("alter role flightlog reset default_transaction_read_only");
            Delivery first = github.deliver("star", STAR);
            Delivery second = first.ok() ? first : github.deliver("star", STAR);
            assertThat(second.ok())
                    .as("at most one more delivery meets a session of before")
                    .isTrue();
            assertThat(readiness(app)).as("readiness").isEqualTo(200);
            app.careless();
        }
    }

    @Test
    void aLoginThatNoLongerWorksIsSaidWithTheVariableAndPostgresWords() throws Exception {
        administer("create role flightlog login", "create database flightlog owner flightlog");
        Postgres.Database database = new Postgres.Database(
                postgres.database().url().replace("/postgres", "/flightlog"), "flightlog", "flightlog");
        try (TestApplication app = TestApplication.startOn(clock, github, database, Map.of());
                LogLines log = LogLines.of("dev.flightlog")) {
            assertThat(github.deliver("star", STAR).ok()).isTrue();
            app.runJobs();

            administer(
                    "alter role flightlog nologin",
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'flightlog'");
            String words =
                    "role \"flightlog\" is not permitted to log in. The role FLIGHTLOG_DATABASE_USERNAME must exist";
            // Sessions of before meet their own end first, one after the other.
            for (int session = 0; session < 10 && log.lines().stream().noneMatch(said("Postgres", words)); session++) {
                RefreshedGauges.count(app);
            }
            for (int session = 0; session < 10 && log.lines().stream().noneMatch(said("delivery", words)); session++) {
                assertThat(github.deliver("star", STAR).statusCode()).isEqualTo(503);
            }
            RefreshedGauges.count(app);
            assertThat(github.deliver("star", STAR).statusCode()).isEqualTo(503);

            assertThat(log.lines())
                    .filteredOn(line -> line.contains(words))
                    .extracting(line -> line.split(" ", 3)[1])
                    .as("once each")
                    .containsExactlyInAnyOrder("Postgres", "delivery");

            administer("alter role flightlog login");
            app.careless();
        }
    }

    private static Predicate<String> said(String of, String words) {
        return line -> line.startsWith("WARN " + of + " ") && line.contains(words);
    }

    private void administer(String... statements) throws SQLException {
        try (Connection connection = postgres.database().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int readiness(TestApplication app) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest probe =
                    HttpRequest.newBuilder(app.url("/health/readiness")).build();
            return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
