package dev.flightlog.app;

import dev.flightlog.cost.SeatDecisionsKept;
import dev.flightlog.database.StatisticsStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.policy.Policy;
import dev.flightlog.privacy.SuppressionRequest;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.usage.UsageMonthStore;
import jakarta.inject.Singleton;

/** Counts months, decides seats and what may be shown when data have changed, so that nobody who asks has to wait for it. */
@Singleton
class SuppressionJob implements JobHandler<SuppressionRequest> {
    private final OrganizationWork work;
    private final Policies policies;
    private final VisibleTeams visible;
    private final UsageMonthStore months;
    private final StatisticsStore statistics;
    private final SeatDecisionsKept decisions;

    SuppressionJob(
            OrganizationWork work,
            Policies policies,
            VisibleTeams visible,
            UsageMonthStore months,
            StatisticsStore statistics,
            SeatDecisionsKept decisions) {
        this.decisions = decisions;
        this.statistics = statistics;
        this.months = months;
        this.work = work;
        this.policies = policies;
        this.visible = visible;
    }

    @Override
    public JobType<SuppressionRequest> type() {
        return SuppressionRequest.TYPE;
    }

    @Override
    public void run(SuppressionRequest request) {
        work.run(request.organization(), organization -> {
            statistics.gatherMissing();
            months.refresh(organization.id());
            Policy policy = policies.inForce(organization.id()).policy();
            // What is read of the past may be the last activity known of somebody.
            decisions.renew(organization.id(), policy);
            visible.decideAll(organization.id(), policy.privacy().minTeamSize());
        });
    }
}
