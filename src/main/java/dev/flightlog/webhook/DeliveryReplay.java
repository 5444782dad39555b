package dev.flightlog.webhook;

import dev.flightlog.database.Database;
import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handles deliveries again that were set aside, for instance by a version that could not read them. */
@Singleton
public class DeliveryReplay {
    private final Database database;
    private final DeliveryStore deliveries;
    private final JobQueue jobs;

    DeliveryReplay(Database database, DeliveryStore deliveries, JobQueue jobs) {
        this.database = database;
        this.deliveries = deliveries;
        this.jobs = jobs;
    }

    /**
     * How many are handled again.
     *
     * @param guid null for all
     */
    public int replay(@Nullable UUID guid) {
        return database.inTransaction(() -> {
            List<UUID> reopened = deliveries.reopen(guid);
            reopened.forEach(delivery -> jobs.enqueue(
                    DeliveryJob.TYPE, delivery.toString(), new DeliveryJob.Data(delivery.toString(), "replayed")));
            return reopened.size();
        });
    }
}
