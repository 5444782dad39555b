package dev.flightlog.app;

import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.privacy.VisibleTeams;
import jakarta.inject.Singleton;

/** Decides what may be shown when data have changed, so that nobody who asks has to wait for it. */
@Singleton
class SuppressionJob implements JobHandler<SuppressionJob.Data> {
    static final JobType<Data> TYPE = JobType.of("suppression", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final Policies policies;
    private final VisibleTeams visible;

    SuppressionJob(OrganizationWork work, Policies policies, VisibleTeams visible) {
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
        work.run(
                data.organization(),
                organization -> visible.decideAll(
                        organization.id(),
                        policies.inForce(organization.id()).policy().privacy().minTeamSize()));
    }

    /** Of which organization. */
    record Data(long organization) {}
}
