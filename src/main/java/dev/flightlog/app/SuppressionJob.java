package dev.flightlog.app;

import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.usage.UsageMonthStore;
import jakarta.inject.Singleton;

/** Counts months and decides what may be shown when data have changed, so that nobody who asks has to wait for it. */
@Singleton
class SuppressionJob implements JobHandler<SuppressionJob.Data> {
    static final JobType<Data> TYPE = JobType.of("suppression", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final Policies policies;
    private final VisibleTeams visible;
    private final UsageMonthStore months;

    SuppressionJob(OrganizationWork work, Policies policies, VisibleTeams visible, UsageMonthStore months) {
        this.months = months;
        this.work = work;
        this.policies = policies;
        this.visible = visible;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.run(data.organization(), organization -> {
            months.refresh(organization.id());
            visible.decideAll(
                    organization.id(),
                    policies.inForce(organization.id()).policy().privacy().minTeamSize());
        });
    }

    /** Of which organization. */
    record Data(long organization) {}
}
