package dev.flightlog.alert;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.CreditsByTeam;
import dev.flightlog.cost.LimitUse;
import dev.flightlog.github.issue.CloseReason;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.Post;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.PublicationStore;
import dev.flightlog.publish.Publisher;
import dev.flightlog.summary.SummaryPlace;
import dev.flightlog.summary.text.SummaryText;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns before the month's AI credits are used up: one issue a month, opened at 75 % of the pool or of a budget, edited
 * until its last day is known, or usage of it is not waited for any more, and then closed. Each warning is noted once, in
 * the database, before the issue says it.
 */
@Singleton
public class CreditAlertJob implements JobHandler<OrganizationJob> {
    public static final JobType<OrganizationJob> TYPE = OrganizationJob.type("credit-alert", Priority.NORMAL);

    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final Policies policies;
    private final Costs costs;
    private final CreditsByTeam teams;
    private final WarningStore store;
    private final Publisher publisher;
    private final PublicationStore publications;
    private final InstantSource clock;

    CreditAlertJob(
            OrganizationWork work,
            GovernanceStore governance,
            Policies policies,
            Costs costs,
            CreditsByTeam teams,
            WarningStore store,
            Publisher publisher,
            PublicationStore publications,
            InstantSource clock) {
        this.work = work;
        this.governance = governance;
        this.policies = policies;
        this.costs = costs;
        this.teams = teams;
        this.store = store;
        this.publisher = publisher;
        this.publications = publications;
        this.clock = clock;
    }

    @Override
    public JobType<OrganizationJob> type() {
        return TYPE;
    }

    @Override
    public void run(OrganizationJob job) {
        work.run(job.organization(), organization -> {
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository != null) {
                look(
                        organization,
                        new PostRepository(
                                organization.id(), organization.access(), repository.id(), repository.name()));
            }
        });
    }

    private void look(Organization organization, PostRepository home) {
        Policy policy = policies.inForce(organization.id()).policy();
        Optional<YearMonth> arriving = costs.arrivingMonth();
        YearMonth running = costs.currentMonth();
        closeAllBut(
                home,
                Stream.concat(Stream.of(running), arriving.stream())
                        .map(YearMonth::toString)
                        .toList());
        // What arrives of the month's last days may reach a limit: its own issue says so before it is closed. Where the
        // app
        // did not know the organization then, a month that is over is nothing to warn of.
        arriving.map(month -> costs.of(organization.id(), policy.seats(), month))
                .filter(cost -> cost.held().isPresent())
                .ifPresent(cost -> {
                    look(organization, home, policy, cost);
                    closeOnceKnown(home, cost);
                });
        look(organization, home, policy, costs.of(organization.id(), policy.seats(), running));
    }

    private void look(Organization organization, PostRepository home, Policy policy, CostOfMonth cost) {
        YearMonth month = cost.credits().month();
        List<LimitUse> uses = LimitUse.of(policy.budget(), cost);
        uses.forEach(use -> store.note(organization.id(), month, use, clock.instant()));
        List<Warning> warnings = store.of(organization.id(), month);
        if (!warnings.isEmpty()) {
            publish(organization, home, policy, cost, uses, warnings);
        }
    }

    private void publish(
            Organization organization,
            PostRepository home,
            Policy policy,
            CostOfMonth cost,
            List<LimitUse> uses,
            List<Warning> warnings) {
        YearMonth month = cost.credits().month();
        SummaryText text = CreditAlertMarkdown.render(new CreditAlert(
                organization.login(),
                month,
                uses,
                CreditAlert.Unknown.of(cost, warnings),
                warnings,
                cost.credits().dataThrough().orElse(null),
                cost.creditsByModel(),
                teams.of(organization.id(), month, policy.privacy().minTeamSize()),
                policy.commands().prefix()));
        publisher.publish(
                home,
                Post.of(
                        CreditAlertMarkdown.marker(month),
                        SummaryPlace.issue(policy.summary(), text.title()),
                        text.body()));
    }

    /** A bill that still moves may bring a last warning, which nobody would see in a closed issue. */
    private void closeOnceKnown(PostRepository home, CostOfMonth cost) {
        YearMonth month = cost.credits().month();
        boolean usageIsKnown = cost.credits()
                .dataThrough()
                .filter(month.atEndOfMonth()::equals)
                .isPresent();
        if (usageIsKnown && !cost.billMoves()) {
            publisher.close(home, CreditAlertMarkdown.marker(month), CloseReason.COMPLETED);
        }
    }

    private void closeAllBut(PostRepository home, List<String> months) {
        publications.open(home.organization(), CreditAlertMarkdown.KIND).stream()
                .filter(alert -> !months.contains(alert.marker().key()))
                .forEach(alert -> publisher.close(home, alert.marker(), CloseReason.COMPLETED));
    }
}
