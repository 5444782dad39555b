package dev.flightlog.summary;

import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.VisibilityEvent;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.publish.NamedPosts;
import dev.flightlog.publish.PostRepository;
import jakarta.inject.Singleton;

/**
 * Alerts while the governance repository is not private and earlier posts in it name people: says how many, and offers to
 * take the names out.
 */
@Singleton
class VisibilityJob implements JobHandler<VisibilityEvent> {
    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final Policies policies;
    private final NamedPosts posts;
    private final SummaryAlerts alerts;

    VisibilityJob(
            OrganizationWork work,
            GovernanceStore governance,
            Policies policies,
            NamedPosts posts,
            SummaryAlerts alerts) {
        this.work = work;
        this.governance = governance;
        this.policies = policies;
        this.posts = posts;
        this.alerts = alerts;
    }

    @Override
    public JobType<VisibilityEvent> type() {
        return VisibilityEvent.TYPE;
    }

    @Override
    public void run(VisibilityEvent event) {
        work.run(event.organization(), organization -> {
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository == null) {
                return;
            }
            PostRepository home =
                    new PostRepository(organization.id(), organization.access(), repository.id(), repository.name());
            int naming = repository.confidential() ? 0 : posts.count(home);
            if (naming > 0) {
                alerts.namesInPublic(home, policies.inForce(organization.id()).policy(), organization.login(), naming);
            } else {
                alerts.noNamesInPublic(home);
            }
        });
    }
}
