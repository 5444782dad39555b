package dev.flightlog.app;

import dev.flightlog.database.DatabaseReady;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.webhook.DeliverySweep;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Sets the recurring work going; what was lost while no process ran is looked for first. */
@Singleton
@Requires(property = "flightlog.github.app-id", pattern = "(?s).*\\S.*")
class RecurringJobs {
    private final JobQueue jobs;

    RecurringJobs(JobQueue jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void onDatabaseReady(DatabaseReady ready) {
        jobs.enqueue(DeliverySweep.TYPE, DeliverySweep.KEY, new DeliverySweep.Data());
        jobs.enqueue(InstallationsJob.TYPE, InstallationsJob.KEY, new InstallationsJob.Data());
        jobs.ensure(Timetable.TYPE, Timetable.KEY, new Timetable.Data());
        jobs.ensure(NightlyJob.TYPE, NightlyJob.KEY, new NightlyJob.Data());
    }
}
