package dev.flightlog.sync;

import dev.flightlog.directory.DirectoryJob;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.ingest.UsageJob;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.summary.SummaryJob;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Enqueues the readings of an organization: after its installation, and when an admin asks. */
@Singleton
public class SyncRequests {
    private final JobQueue jobs;
    private final InstantSource clock;

    SyncRequests(JobQueue jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** First load after an installation. The webhook and the start may both ask; fresh sources are not read twice. */
    public void start(long org) {
        enqueue(org, null);
    }

    /** Reads governance, directory, seats and usage now. Asking twice starts nothing twice. */
    public void refresh(long org) {
        enqueue(org, clock.instant().toString());
    }

    private void enqueue(long org, @Nullable String asked) {
        jobs.enqueue(GovernanceJob.TYPE, new OrganizationJob(org));
        jobs.enqueue(DirectoryJob.TYPE, new OrganizationJob(org));
        jobs.enqueue(SeatsJob.TYPE, new OrganizationJob(org));
        jobs.enqueue(UsageJob.TYPE, new UsageJob.Data(org, asked));
    }

    /** Rewrites the latest existing post now that its history has been loaded. Does not post anything new. */
    public void rewriteSummary(long org) {
        jobs.enqueue(SummaryJob.TYPE, SummaryJob.Data.rewrite(org));
    }

    /** The latest summary now, because somebody asked for it. */
    public void postSummary(long org) {
        jobs.enqueue(SummaryJob.TYPE, SummaryJob.Data.now(org));
    }
}
