package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Delivery;
import dev.flightlog.support.ServerProcess;
import dev.flightlog.support.StoppablePostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Postgres is stopped and started under load; the server's process stays. */
class PostgresStoppedProcessTest {
    private final StoppablePostgres postgres = new StoppablePostgres();
    private final Fleet fleet = new Fleet(postgres.database());

    @AfterEach
    void stop() {
        fleet.close();
        postgres.close();
    }

    @Test
    void deliveriesAreRefusedMeanwhileAndNothingIsLost() throws Exception {
        ServerProcess server = fleet.start();
        fleet.install();
        fleet.send(50);

        Thread stopper = Thread.ofPlatform().start(postgres::stop);
        fleet.sendAtOnce(10, 10);
        stopper.join();
        fleet.await("readiness is down", () -> !server.ready());
        fleet.sendAtOnce(30, 30);
        List<Delivery> refused = fleet.failed();
        postgres.start();
        fleet.await("the same process is ready again", server::ready);
        fleet.send(50);

        assertThat(refused).hasSizeGreaterThanOrEqualTo(30).allSatisfy(delivery -> {
            assertThat(delivery.statusCode()).isEqualTo(503);
            assertThat(delivery.responseHeaders()).containsKey("retry-after");
        });
        fleet.settle();
        assertThat(server.alive()).isTrue();
        fleet.expectEverythingOnce();
    }
}
