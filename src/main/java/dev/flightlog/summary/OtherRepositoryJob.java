package dev.flightlog.summary;

import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.OtherRepositoryEvent;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.publish.PostRepository;
import jakarta.inject.Singleton;

/** Alerts the readers of the governance repository that another repository took its name, until it is over. */
@Singleton
class OtherRepositoryJob implements JobHandler<OtherRepositoryEvent> {
    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final Policies policies;
    private final SummaryAlerts alerts;

    OtherRepositoryJob(OrganizationWork work, GovernanceStore governance, Policies policies, SummaryAlerts alerts) {
        this.work = work;
        this.governance = governance;
        this.policies = policies;
        this.alerts = alerts;
    }

    @Override
    public JobType<OtherRepositoryEvent> type() {
        return OtherRepositoryEvent.TYPE;
    }

    @Override
    public void run(OtherRepositoryEvent event) {
        work.run(event.organization(), organization -> {
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository == null) {
                return;
            }
            PostRepository home =
                    new PostRepository(organization.id(), organization.access(), repository.id(), repository.name());
            if (event.name() == null) {
                alerts.onlyRepository(home);
            } else {
                alerts.otherRepository(
                        home, policies.inForce(organization.id()).policy(), organization.login(), event.name());
            }
        });
    }
}
