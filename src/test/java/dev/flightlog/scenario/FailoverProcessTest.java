package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.ReplicatedPostgres;
import dev.flightlog.support.ServerProcess;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The primary goes for good under load, and a standby becomes the primary; the server's process stays. */
class FailoverProcessTest {
    private final ReplicatedPostgres postgres = new ReplicatedPostgres();
    private final Fleet fleet = new Fleet(postgres.database());

    @AfterEach
    void stop() throws IOException {
        fleet.close();
        postgres.close();
    }

    @Test
    void deliveriesWaitForTheNewPrimaryAndNothingIsLost() throws Exception {
        ServerProcess server = fleet.start();
        fleet.install();
        fleet.send(50);

        Thread stopper = Thread.ofPlatform().start(postgres::stopPrimary);
        fleet.sendAtOnce(10, 10);
        stopper.join();
        fleet.await("readiness is down while only a standby is there", () -> !server.ready());
        fleet.sendAtOnce(20, 20);
        postgres.promote();
        fleet.await("the same process is ready again", server::ready);
        fleet.send(50);

        assertThat(fleet.failed())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(delivery -> assertThat(delivery.statusCode()).isEqualTo(503));
        fleet.settle();
        assertThat(server.alive()).isTrue();
        fleet.expectEverythingOnce();
    }
}
