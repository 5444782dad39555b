package dev.flightlog;

import dev.flightlog.check.SeatCheckJob;
import dev.flightlog.directory.OrganizationWork;
import dev.flightlog.directory.Progress;
import dev.flightlog.directory.ReadingStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.summary.SummaryJob;
import jakarta.inject.Singleton;

/** What follows when something of an organization was read: its checks, and its posts. */
@Singleton
class ProgressJob implements JobHandler<Progress> {
    private final OrganizationWork work;
    private final ReadingStore readings;
    private final JobQueue jobs;

    ProgressJob(OrganizationWork work, ReadingStore readings, JobQueue jobs) {
        this.work = work;
        this.readings = readings;
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
            jobs.enqueue(SeatCheckJob.TYPE, key, SeatCheckJob.Data.of(organization.id()));
            if (readings.firstLoadComplete(organization.id())) {
                jobs.ensure(SummaryJob.TYPE, key, new SummaryJob.Data(organization.id(), false));
            }
        });
    }
}
