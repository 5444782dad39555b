package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.seat.SeatKnowledge;
import dev.flightlog.summary.NeedsDecision.ReviewOpen;
import dev.flightlog.summary.count.OpenSeatMatters;
import dev.flightlog.summary.count.SummaryCounting;
import dev.flightlog.summary.count.SummaryStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at an organization's weekly post: corrects what is posted, then decides what is due and does it. */
@Singleton
class SummaryRun {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryRun.class);

    private final SummaryPosting posting;
    private final SummaryAlerts alerts;
    private final SummaryStore store;
    private final SummaryWeekStore weeks;
    private final AccessFacts access;
    private final SourceStatusStore readings;
    private final Policies policies;
    private final GovernanceStore governance;
    private final SeatKnowledge seats;
    private final OpenSeatMatters matters;
    private final InstantSource clock;

    SummaryRun(
            SummaryPosting posting,
            SummaryAlerts alerts,
            SummaryStore store,
            SummaryWeekStore weeks,
            AccessFacts access,
            SourceStatusStore readings,
            Policies policies,
            GovernanceStore governance,
            SeatKnowledge seats,
            OpenSeatMatters matters,
            InstantSource clock) {
        this.posting = posting;
        this.alerts = alerts;
        this.store = store;
        this.weeks = weeks;
        this.access = access;
        this.readings = readings;
        this.policies = policies;
        this.governance = governance;
        this.seats = seats;
        this.matters = matters;
        this.clock = clock;
    }

    /**
     * Does what is due; nothing while the governance repository is not there.
     *
     * @param asked somebody wants the latest week's post with the figures of now, whole or not
     * @param rewrite the latest existing post is counted again, whether or not its own days changed
     */
    void run(Organization organization, boolean asked, boolean rewrite) {
        GovernanceRepository repository = governance.repository(organization.id());
        if (repository == null) {
            LOG.info("the summary of {} waits for its governance repository", organization.login());
            return;
        }
        PostRepository home =
                new PostRepository(organization.id(), organization.access(), repository.id(), repository.name());
        Policy policy = policies.inForce(organization.id()).policy();
        Instant now = clock.instant();
        IsoWeek due = policy.summary().schedule().latestAt(now).week();
        SummaryDecision decision = decide(organization, policy, due, now);
        correct(organization, home, policy, rewrite);
        act(organization, home, policy, decision, asked ? due : null);
    }

    /** What there is to do now. Asks the database, not GitHub. */
    SummaryDecision decide(Organization organization, Policy policy, IsoWeek due, Instant now) {
        long org = organization.id();
        SummaryStore.Span span = store.span(org);
        SummaryWeek made = weeks.find(org, due);
        SummaryFacts facts = new SummaryFacts(
                store.activeDays(org, due.monday(), due.sunday()).stream()
                        .map(ActiveDay::day)
                        .collect(Collectors.toSet()),
                span == null ? null : span.first(),
                span == null ? null : span.last(),
                made != null && made.posted(),
                !weeks.anyPosted(org),
                readings.firstLoadComplete(org),
                access.usageBlocked(organization),
                access.usageTriedAt(organization),
                store.activeSince(org),
                organization.installedAt());
        return SummaryDecisions.decide(facts, policy.summary().schedule(), now);
    }

    private void correct(Organization organization, PostRepository home, Policy policy, boolean latestToo) {
        Set<IsoWeek> wrong = new LinkedHashSet<>(weeks.outdated(organization.id()));
        SummaryWeek latest = weeks.latestPosted(organization.id());
        if (latest != null
                && (latestToo
                        || lacksSeats(latest.summary(), organization.id())
                        || saysOfAnOldStep(latest.summary(), organization))) {
            wrong.add(latest.summary().week());
        }
        wrong.forEach(week -> posting.recount(organization, home, policy, week));
    }

    /** Whether it was posted without seats, or with old ones, that are known now. */
    private boolean lacksSeats(WeeklySummary posted, long org) {
        return SummaryCounting.isCurrent(posted.week(), clock.instant()) && posted.lacksSeatsOf(seats.now(org));
    }

    /** Whether it asks for the next step of a seat review that went on, ended or was stopped since. */
    private boolean saysOfAnOldStep(WeeklySummary posted, Organization organization) {
        return SummaryCounting.isCurrent(posted.week(), clock.instant())
                && posted.decisions().stream()
                        .anyMatch(decision -> decision instanceof ReviewOpen(int _, var step)
                                && matters.of(organization).stream()
                                        .noneMatch(now -> now instanceof ReviewOpen(int _, var next) && next == step));
    }

    private void act(
            Organization organization,
            PostRepository home,
            Policy policy,
            SummaryDecision decision,
            @Nullable IsoWeek asked) {
        switch (decision) {
            case SummaryDecision.Post(IsoWeek week) -> post(organization, home, policy, week);
            case SummaryDecision.PostPartial(IsoWeek week, var missing) -> {
                LOG.info("summary {} of {} is posted without {}", week, organization.login(), missing);
                post(organization, home, policy, week);
            }
            case SummaryDecision.WaitForDays(IsoWeek week, var missing, Instant until) -> {
                LOG.info("summary {} of {} waits for {} until {}", week, organization.login(), missing, until);
                flows(organization, home, policy);
                ask(organization, home, policy, asked);
            }
            case SummaryDecision.WaitForLoad(Instant until) -> {
                LOG.info("the first summary of {} waits for the first load until {}", organization.login(), until);
                flows(organization, home, policy);
                ask(organization, home, policy, asked);
            }
            // What is open stays open too: nobody knows yet whether data flow again.
            case SummaryDecision.WaitForUsage _ ->
                LOG.info("no staleness check for {} yet: usage has not been requested", organization.login());
            case SummaryDecision.NothingToDo _ -> {
                flows(organization, home, policy);
                ask(organization, home, policy, asked);
            }
            case SummaryDecision.AlertStale(LocalDate lastDay) ->
                alerts.stale(
                        home,
                        policy.summary(),
                        new StaleAlert(
                                organization.login(),
                                lastDay,
                                access.staleCause(organization),
                                policy.commands().prefix()));
        }
    }

    private void post(Organization organization, PostRepository home, Policy policy, IsoWeek week) {
        flows(organization, home, policy);
        posting.post(organization, home, policy, week);
    }

    private void ask(Organization organization, PostRepository home, Policy policy, @Nullable IsoWeek asked) {
        if (asked != null) {
            posting.post(organization, home, policy, asked);
        }
    }

    private void flows(Organization organization, PostRepository home, Policy policy) {
        SummaryStore.Span span = store.span(organization.id());
        if (span != null) {
            alerts.fresh(home, policy.summary(), organization.login(), span.last());
        }
    }
}
