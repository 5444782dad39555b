package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TcpProxy;
import dev.flightlog.support.TestApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Postgres goes away and comes back: nothing is restarted, and what was sent meanwhile is fetched. */
class DatabaseAwayTest {
    private static final JsonNode STAR = JsonNodeFactory.instance.objectNode().put("action", "created");
    /** GitHub waits ten seconds; half of it is ours. */
    private static final Duration MAX_ANSWER = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);

    @Test
    void saysComeAgainAndRecoversByItself() throws Exception {
        Postgres.Database database = Postgres.fresh();
        URI server = URI.create(database.url().substring("jdbc:".length()));
        try (TcpProxy proxy = new TcpProxy(server.getPort());
                TestApplication app =
                        TestApplication.startOn(clock, github, through(proxy, server, database), Map.of())) {
            assertThat(github.deliver("star", STAR).ok()).isTrue();
            app.runJobs();
            assertThat(readiness(app)).isEqualTo(200);

            proxy.cut();
            long start = System.nanoTime();
            Delivery refused = github.deliver("star", STAR);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX_ANSWER);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.responseHeaders()).containsKey("retry-after");
            assertThat(readiness(app)).isEqualTo(503);
            assertThat(github.deliver("star", STAR).statusCode())
                    .as("no connection is left in the pool by now")
                    .isEqualTo(503);

            proxy.mend();
            start = System.nanoTime();
            Delivery accepted = github.deliver("star", STAR);
            while (!accepted.ok() && Duration.ofNanos(System.nanoTime() - start).toSeconds() < 15) {
                accepted = github.deliver("star", STAR);
            }
            assertThat(accepted.ok()).isTrue();
            assertThat(readiness(app)).isEqualTo(200);

            ServerProcess.await(
                    "the log is asked for soon, not in ten minutes",
                    Duration.ofSeconds(30),
                    () -> app.query("""
                    select 1 from scheduled_tasks
                    where task_name = 'delivery-sweep' and execution_time < '%s'
                    """.formatted(clock.instant().plus(Duration.ofMinutes(2))))
                                    .size()
                            == 1);
            app.pass(Duration.ofMinutes(2));
            github.awaitActs();
            app.runJobs();
            assertThat(app.query("select state || ' ' || attempts from delivery where guid = '" + refused.guid() + "'"))
                    .containsExactly("ignored 1");
        }
    }

    /** As when the primary's machine stops: its connections stay open, and the address leads to another server already. */
    @Test
    void connectionsThatHangHoldADeliveryUpForSecondsOnly() throws Exception {
        Postgres.Database database = Postgres.fresh();
        URI server = URI.create(database.url().substring("jdbc:".length()));
        try (TcpProxy proxy = new TcpProxy(server.getPort());
                TestApplication app = TestApplication.startOn(clock, github, through(proxy, server, database), Map.of())
                        .careless()) {
            assertThat(github.deliver("star", STAR).ok()).isTrue();

            proxy.hang();
            long start = System.nanoTime();
            Delivery accepted = github.deliver("star", STAR);
            for (int more = 0; more < 3 && !accepted.ok(); more++) {
                accepted = github.deliver("star", STAR);
            }

            assertThat(accepted.ok()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
            assertThat(readiness(app)).isEqualTo(200);
        }
    }

    private static Postgres.Database through(TcpProxy proxy, URI server, Postgres.Database database) {
        String url = "jdbc:postgresql://127.0.0.1:" + proxy.port() + server.getPath();
        return new Postgres.Database(url, database.username(), database.password());
    }

    private static int readiness(TestApplication app) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest probe =
                    HttpRequest.newBuilder(app.url("/health/readiness")).build();
            return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
