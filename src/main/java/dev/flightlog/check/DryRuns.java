package dev.flightlog.check;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.review.act.ReviewStart;
import dev.flightlog.seat.Exemption;
import dev.flightlog.seat.SeatDecision;
import dev.flightlog.seat.SeatDecisions;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatKnowledge;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatTally;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For admins: looks at stored data under two policies at once: one look at seats and teams, so that both see the same. */
@Singleton
class DryRuns {
    private final SeatFactsStore seats;
    private final SeatKnowledge knowledge;
    private final VisibleTeams visibleTeams;
    private final ReviewStart reviews;
    private final Costs costs;
    private final AccessRules access;
    private final DirectoryStore directory;
    private final Policies policies;
    private final InstantSource clock;

    DryRuns(
            SeatFactsStore seats,
            SeatKnowledge knowledge,
            VisibleTeams visibleTeams,
            ReviewStart reviews,
            Costs costs,
            AccessRules access,
            DirectoryStore directory,
            Policies policies,
            InstantSource clock) {
        this.seats = seats;
        this.knowledge = knowledge;
        this.visibleTeams = visibleTeams;
        this.reviews = reviews;
        this.costs = costs;
        this.access = access;
        this.directory = directory;
        this.policies = policies;
        this.clock = clock;
    }

    DryRun of(Organization organization, Policy base, Policy head) {
        long org = organization.id();
        Instant now = clock.instant();
        Instant decidedAt = knowledge.decidedAt(org);
        Policy inForce = policies.inForce(org).policy();
        IntFunction<TeamVisibility> teams = visibleTeams.now(org);
        boolean guarded = !access.mayName(organization);
        boolean leaveOut = guarded
                && Stream.of(base, head)
                        .anyMatch(policy -> !policy.seats()
                                .exemptions()
                                .equals(inForce.seats().exemptions()));
        Set<String> hidden = hiddenSlugs(org, teams.apply(inForce.privacy().minTeamSize()));
        SeatRules proposed = rules(head, leaveOut, inForce, hidden);
        UnaryOperator<SeatRules> coarsen = guarded ? steps(org, inForce, decidedAt) : UnaryOperator.identity();
        SeatRules before = coarsen.apply(rules(base, leaveOut, inForce, hidden));
        SeatRules after = coarsen.apply(proposed);
        SeatTally standing = new SeatTally(before, decidedAt);
        SeatTally wanted = new SeatTally(after, decidedAt);
        SeatTally pricedOnly = new SeatTally(
                new SeatRules(before.idleAfter(), before.grace(), before.exemptions(), after.prices()), decidedAt);
        Differences differences = new Differences();
        seats.each(org, SeatOrder.LONGEST_UNUSED_FIRST, seat -> {
            SeatFacts facts = seat.facts();
            standing.add(facts);
            wanted.add(facts);
            pricedOnly.add(facts);
            differences.add(
                    SeatDecisions.decide(facts, before, decidedAt), SeatDecisions.decide(facts, after, decidedAt));
        });
        boolean few = differences.anyOfFewerThan(inForce.privacy().minTeamSize());
        CostOfMonth cost = costs.of(org, head.seats(), costs.currentMonth());
        ProposedSeats reviewed = proposedSeats(
                new ProposedSeats.Wanted(base.reviews(), before, coarsen),
                new ProposedSeats.Wanted(head.reviews(), after, coarsen),
                org,
                few ? Integer.MAX_VALUE : inForce.privacy().minTeamSize());
        return new DryRun(
                effect(base, standing, teams, cost, now),
                effect(head, few ? pricedOnly : wanted, teams, cost, now),
                leaveOut,
                few || !after.equals(proposed) || reviewed.fewDiffer(),
                reviewed.before(),
                reviewed.after());
    }

    /** Where nobody may be named: days of the policy move in steps of enough people. */
    private UnaryOperator<SeatRules> steps(long org, Policy inForce, Instant decidedAt) {
        List<SeatFacts> facts =
                seats.current(org).stream().map(seat -> seat.facts()).toList();
        RuleSteps steps = new RuleSteps(inForce.seats(), inForce.privacy().minTeamSize(), decidedAt);
        return rules -> steps.towards(rules, facts);
    }

    private ProposedSeats proposedSeats(
            ProposedSeats.Wanted before, ProposedSeats.Wanted after, long org, int threshold) {
        return ProposedSeats.of(
                before,
                after,
                threshold,
                (rules, policy) -> reviews.propose(org, rules, policy).direct().size());
    }

    /** Teams that show no numbers now: exempting them would reveal some. */
    private Set<String> hiddenSlugs(long org, TeamVisibility visibility) {
        return directory.teams(org).stream()
                .filter(team -> !visibility.shows(team.id()))
                .map(team -> team.slug().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * Where nobody may be named, an admin could exempt somebody and read in the figures whether that seat is idle, if not from
     * one proposal, then from two that differ in that name. So only the exemptions in force count there; and nowhere those
     * of a team whose numbers are hidden.
     */
    private static SeatRules rules(Policy policy, boolean leaveOut, Policy inForce, Set<String> hiddenTeams) {
        List<Exemption> known = inForce.seats().exemptions();
        return leaveOut
                ? policy.seats().withExemptions(known)
                : policy.seats()
                        .withExemptions(policy.seats().exemptions().stream()
                                .filter(exemption -> known.contains(exemption) || !names(exemption, hiddenTeams))
                                .toList());
    }

    private static boolean names(Exemption exemption, Set<String> teams) {
        return switch (exemption) {
            case Exemption.ForTeam team -> teams.contains(team.slug().toLowerCase(Locale.ROOT));
            case Exemption.ForUser _ -> false;
        };
    }

    /** How many seats are decided differently, by what they were and what they become. */
    private static final class Differences {
        private final Map<String, Integer> seats = new HashMap<>();

        void add(SeatDecision before, SeatDecision after) {
            if (before.state() != after.state() || before.idleSpend() != after.idleSpend()) {
                seats.merge(before.state() + " " + after.state(), 1, Integer::sum);
            }
        }

        boolean anyOfFewerThan(int threshold) {
            return seats.values().stream().anyMatch(count -> count < threshold);
        }
    }

    private static PolicyEffect effect(
            Policy policy, SeatTally tally, IntFunction<TeamVisibility> teams, CostOfMonth cost, Instant now) {
        return new PolicyEffect(
                policy, tally.overview(), teams.apply(policy.privacy().minTeamSize()), cost, now);
    }
}
