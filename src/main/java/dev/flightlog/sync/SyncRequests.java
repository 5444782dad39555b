package dev.flightlog.sync;

import dev.flightlog.command.refresh.RefreshStarter;
import dev.flightlog.directory.DirectoryJob;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.ingest.UsageJob;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.summary.SummaryJob;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Everything that is read of an organization, at once: after its installation, and when an administrator asks. */
@Singleton
public class SyncRequests implements RefreshStarter {
    private final JobQueue jobs;
    private final InstantSource clock;

    SyncRequests(JobQueue jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** After an installation, of which both the webhook and the look at the start may tell: what was read is not read twice. */
    public void start(long org) {
        enqueue(org, null);
    }

    @Override
    public void refresh(long org) {
        enqueue(org, clock.instant().toString());
    }

    private void enqueue(long org, @Nullable String asked) {
        String key = Long.toString(org);
        jobs.enqueue(GovernanceJob.TYPE, key, new GovernanceJob.Data(org));
        jobs.enqueue(DirectoryJob.TYPE, key, new DirectoryJob.Data(org));
        jobs.enqueue(SeatsJob.TYPE, key, new SeatsJob.Data(org));
        jobs.enqueue(UsageJob.TYPE, key, new UsageJob.Data(org, asked));
    }

    /** The latest post that stands, anew: its past is here. What is not posted yet keeps waiting for its days. */
    public void rewriteSummary(long org) {
        jobs.enqueue(SummaryJob.TYPE, Long.toString(org), new SummaryJob.Data(org, false, true));
    }

    /** The latest summary now, because somebody asked for it. */
    public void postSummary(long org) {
        jobs.enqueue(SummaryJob.TYPE, Long.toString(org), new SummaryJob.Data(org, true));
    }
}
