package dev.flightlog.webhook;

import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Stores a delivery and the job that will handle it, both or neither. */
@Singleton
class DeliveryIntake {
    private final DeliveryStore deliveries;
    private final JobQueue jobs;
    private final InstantSource clock;

    DeliveryIntake(DeliveryStore deliveries, JobQueue jobs, InstantSource clock) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** False when the delivery was here already: then nothing changes. */
    boolean accept(Delivery delivery) {
        String guid = delivery.guid().toString();
        return deliveries.add(
                delivery,
                jobs.queued(DeliveryJob.TYPE, guid, new DeliveryJob.Data(guid, delivery.event())),
                clock.instant());
    }
}
