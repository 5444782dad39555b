package dev.flightlog;

import dev.flightlog.check.SeatCheckJob;
import dev.flightlog.directory.OrganizationWork;
import dev.flightlog.directory.Progress;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import jakarta.inject.Singleton;

/** What follows when something of an organization was read: its checks, and its posts. */
@Singleton
class ProgressJob implements JobHandler<Progress> {
    private final OrganizationWork work;
    private final JobQueue jobs;

    ProgressJob(OrganizationWork work, JobQueue jobs) {
        this.work = work;
        this.jobs = jobs;
    }

    @Override
    public JobType<Progress> type() {
        return Progress.TYPE;
    }

    @Override
    public void run(Progress progress) {
        work.run(progress.organization(), organization -> {
            String key = Long.toString(organization.id());
            jobs.ensure(SeatCheckJob.TYPE, key, new SeatCheckJob.Data(organization.id(), null));
        });
    }
}
