package dev.flightlog.webhook;

import dev.flightlog.database.Database;
import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Stores a delivery and the job that will handle it, both or neither. */
@Singleton
class DeliveryIntake {
    private final Database database;
    private final DeliveryStore deliveries;
    private final JobQueue jobs;
    private final InstantSource clock;

    DeliveryIntake(Database database, DeliveryStore deliveries, JobQueue jobs, InstantSource clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** False when the delivery was here already: then nothing changes. */
    boolean accept(Delivery delivery) {
        return database.inTransaction(() -> {
            boolean fresh = deliveries.add(delivery, clock.instant());
            if (fresh) {
                jobs.enqueue(
                        DeliveryJob.TYPE,
                        delivery.guid().toString(),
                        new DeliveryJob.Data(delivery.guid().toString(), delivery.event()));
            }
            return fresh;
        });
    }
}
