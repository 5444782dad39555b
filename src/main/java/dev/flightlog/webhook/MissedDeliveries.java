package dev.flightlog.webhook;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.jobs.JobQueue;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deliveries with our signature that were answered with 503 because Postgres took nothing. GitHub does not send them again
 * by itself: its log is asked for as soon as Postgres is back, so that nobody waits ten minutes for the answer to a command.
 */
@Singleton
class MissedDeliveries {
    /** A sweep leaves what is younger than a minute: it may be on its way. */
    private static final Duration UNTIL_SWEEP = DeliverySweep.UNDER_WAY.plusSeconds(10);

    private final JobQueue jobs;
    private final InstantSource clock;
    private final AtomicBoolean any = new AtomicBoolean();

    MissedDeliveries(JobQueue jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    void note() {
        any.set(true);
    }

    /** The job is written as soon as Postgres takes it. */
    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    void askForThem() {
        if (!any.getAndSet(false)) {
            return;
        }
        try {
            jobs.enqueueAt(
                    DeliverySweep.TYPE,
                    DeliverySweep.KEY,
                    new DeliverySweep.Data(),
                    clock.instant().plus(UNTIL_SWEEP));
        } catch (DatabaseException stillAway) {
            any.set(true);
        }
    }
}
