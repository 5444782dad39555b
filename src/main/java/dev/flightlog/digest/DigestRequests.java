package dev.flightlog.digest;

import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.summary.SummaryListener;
import jakarta.inject.Singleton;

/** Enqueues the digest once a weekly post is on GitHub. */
@Singleton
class DigestRequests implements SummaryListener {
    private final JobQueue jobs;

    DigestRequests(JobQueue jobs) {
        this.jobs = jobs;
    }

    @Override
    public void posted(long org) {
        jobs.enqueue(DigestJob.TYPE, new OrganizationJob(org));
    }
}
