package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for a poll of the queue: the server polls once, at its start, and not again for hours. */
class DueJobsProcessTest {
    private final Fleet fleet = new Fleet(Postgres.fresh()).with("FLIGHTLOG_JOBS_POLL", "6h");

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void theFirstPostAndEveryReplyComeWithoutAPoll() {
        fleet.start();

        fleet.install();
        fleet.send(10);

        fleet.settle();
        fleet.expectEverythingOnce();
        assertThat(fleet.failed()).isEmpty();
    }
}
