package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several processes on one database. */
class ReplicasProcessTest {
    private static final int TERMINATED = 128 + 15;

    private final Fleet fleet = new Fleet(Postgres.fresh());

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void twoDoEverythingOnce() {
        List<ServerProcess> pair = launch(2);
        fleet.install();
        for (int number = 0; number < 100; number++) {
            fleet.speakTo(pair.get(number % 2));
            fleet.send(1);
        }

        fleet.settle();
        fleet.expectEverythingOnce();
        assertThat(fleet.failed()).isEmpty();
    }

    @Test
    void threeAreReplacedOneByOneWithoutLosingAnything() {
        List<ServerProcess> replicas = launch(3);
        fleet.install();
        for (ServerProcess old : replicas) {
            ServerProcess fresh = fleet.launch().awaitReady();
            fleet.speakTo(old);
            fleet.send(20);
            CompletableFuture<Integer> stopped = CompletableFuture.supplyAsync(old::terminate);
            fleet.send(10);
            fleet.speakTo(fresh);
            fleet.send(20);

            assertThat(stopped.join()).isEqualTo(TERMINATED);
        }

        expectOnlyNobodyFound();
        fleet.settle();
        fleet.expectEverythingOnce();
    }

    @Test
    void aServerThatStopsAnswersWhoIsInAndTakesNobodyMore() {
        ServerProcess server = fleet.start();
        fleet.install();
        CompletableFuture<Void> crowd = CompletableFuture.runAsync(() -> fleet.sendAtOnce(600, 25));
        fleet.await(
                "the crowd has come",
                () -> fleet.github().deliveries().of("star").size() > 50);

        assertThat(server.terminate()).isEqualTo(TERMINATED);
        crowd.join();
        assertThat(fleet.failed()).isNotEmpty();
        expectOnlyNobodyFound();
        assertThat(server.log()).doesNotContain("ERROR", "is not stored");
        fleet.start();
        fleet.settle();
        fleet.expectEverythingOnce();
    }

    @Test
    void whatDoesNotEndWithinTheGraceTimeIsHandedBack() {
        ServerProcess server = fleet.with("FLIGHTLOG_JOBS_GRACE", "1s").start();
        fleet.install();
        fleet.github().faults().next("POST /repos/.*/reactions$", 1, Fault.stall(Duration.ofSeconds(30)));
        fleet.send(1);
        fleet.await("a command waits for GitHub", () -> !fleet.github().faults().pending());

        assertThat(server.terminate()).isEqualTo(TERMINATED);
        assertThat(fleet.query("select count(*) from scheduled_tasks where picked"))
                .isEqualTo("0");
        assertThat(fleet.query("select coalesce(sum(consecutive_failures), 0) from scheduled_tasks"))
                .isEqualTo("0");
        fleet.start();
        fleet.settle();
        fleet.expectEverythingOnce();
    }

    /** What came after SIGTERM was taken in before the end, or could not connect. */
    private void expectOnlyNobodyFound() {
        assertThat(fleet.failed())
                .allSatisfy(delivery -> assertThat(delivery.statusCode()).isZero());
    }

    private List<ServerProcess> launch(int count) {
        List<ServerProcess> servers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            servers.add(fleet.launch());
        }
        servers.forEach(ServerProcess::awaitReady);
        fleet.speakTo(servers.getFirst());
        return servers;
    }
}
