package dev.flightlog;

import dev.flightlog.command.RefreshStarter;
import dev.flightlog.directory.DirectoryJob;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.seat.SeatsJob;
import dev.flightlog.summary.SummaryJob;
import dev.flightlog.usage.UsageJob;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Everything that is read of an organization, at once: after its installation, and when an administrator asks. */
@Singleton
class FirstLoad implements RefreshStarter {
    private final JobQueue jobs;
    private final InstantSource clock;

    FirstLoad(JobQueue jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void start(long org) {
        String key = Long.toString(org);
        jobs.enqueue(GovernanceJob.TYPE, key, new GovernanceJob.Data(org));
        jobs.enqueue(DirectoryJob.TYPE, key, new DirectoryJob.Data(org));
        jobs.enqueue(SeatsJob.TYPE, key, new SeatsJob.Data(org));
        jobs.enqueue(UsageJob.TYPE, key, new UsageJob.Data(org, clock.instant().toString()));
    }

    /** The latest summary now, because somebody asked for it. */
    void postSummary(long org) {
        jobs.enqueue(SummaryJob.TYPE, Long.toString(org), new SummaryJob.Data(org, true));
    }
}
