package dev.flightlog.app;

import dev.flightlog.alert.CreditAlertJob;
import dev.flightlog.check.SeatCheckJob;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyNames;
import dev.flightlog.health.SourceReadEvent;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.privacy.SuppressionRequest;
import dev.flightlog.review.act.ReviewJob;
import dev.flightlog.summary.SummaryJob;
import jakarta.inject.Singleton;

/** What follows when something of an organization was read: its checks, and its posts. */
@Singleton
class SourceReadJob implements JobHandler<SourceReadEvent> {
    private final OrganizationWork work;
    private final SourceStatusStore readings;
    private final Policies policies;
    private final PolicyNames names;
    private final JobQueue jobs;

    SourceReadJob(
            OrganizationWork work, SourceStatusStore readings, Policies policies, PolicyNames names, JobQueue jobs) {
        this.policies = policies;
        this.names = names;
        this.work = work;
        this.readings = readings;
        this.jobs = jobs;
    }

    @Override
    public JobType<SourceReadEvent> type() {
        return SourceReadEvent.TYPE;
    }

    @Override
    public void run(SourceReadEvent progress) {
        work.run(progress.organization(), organization -> {
            names.bind(
                    organization.id(),
                    policies.inForce(organization.id()).file().policy());
            jobs.ensure(SuppressionRequest.TYPE, new SuppressionRequest(organization.id()));
            jobs.enqueue(SeatCheckJob.TYPE, SeatCheckJob.Data.of(organization.id()));
            jobs.enqueue(CreditAlertJob.TYPE, new OrganizationJob(organization.id()));
            jobs.enqueue(ReviewJob.TYPE, new OrganizationJob(organization.id()));
            if (readings.firstLoadComplete(organization.id())) {
                jobs.ensure(SummaryJob.TYPE, SummaryJob.Data.due(organization.id()));
            }
        });
    }
}
