package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
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
            Delivery refused = github.deliver("star", STAR);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.responseHeaders()).containsKey("retry-after");

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
