package dev.flightlog.check;

import dev.flightlog.cost.Costs;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.policy.Policy;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.Exemption;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatTally;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Looks at stored data under two policies at once: one look at seats and teams, so that both see the same. */
@Singleton
class DryRuns {
    private final SeatFactsStore seats;
    private final VisibleTeams visibleTeams;
    private final Costs costs;
    private final AccessRules access;
    private final Policies policies;
    private final InstantSource clock;

    DryRuns(
            SeatFactsStore seats,
            VisibleTeams visibleTeams,
            Costs costs,
            AccessRules access,
            Policies policies,
            InstantSource clock) {
        this.seats = seats;
        this.visibleTeams = visibleTeams;
        this.costs = costs;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
    }

    DryRun of(long org, Policy base, Policy head) {
        Instant now = clock.instant();
        List<Exemption> inForce = policies.inForce(org).policy().seats().exemptions();
        boolean leaveOut = !access.mayName(org)
                && Stream.of(base, head)
                        .anyMatch(policy -> !policy.seats().exemptions().equals(inForce));
        SeatTally before = tally(base, leaveOut, inForce, now);
        SeatTally after = tally(head, leaveOut, inForce, now);
        seats.each(org, SeatOrder.LONGEST_UNUSED_FIRST, seat -> {
            SeatFacts facts = seat.facts();
            before.add(facts);
            after.add(facts);
        });
        IntFunction<TeamVisibility> teams = visibleTeams.now(org);
        CreditMonth credits = costs.of(org, head.seats(), costs.currentMonth()).credits();
        return new DryRun(
                effect(base, before, teams, credits, now), effect(head, after, teams, credits, now), leaveOut);
    }

    /**
     * Anybody who can open a pull request could exempt somebody and read in the figures whether that seat is idle, if not
     * from one proposal, then from two that differ in that name. Where people may be named here, that is nothing new;
     * elsewhere only the exemptions in force count. Those of another branch are no better: whoever proposes writes both.
     */
    private static SeatTally tally(Policy policy, boolean leaveOut, List<Exemption> inForce, Instant now) {
        return new SeatTally(leaveOut ? policy.seats().withExemptions(inForce) : policy.seats(), now);
    }

    private static PolicyEffect effect(
            Policy policy, SeatTally tally, IntFunction<TeamVisibility> teams, CreditMonth credits, Instant now) {
        return new PolicyEffect(
                policy, tally.overview(), teams.apply(policy.privacy().minTeamSize()), credits, now);
    }
}
