package dev.flightlog.check;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.Costs;
import dev.flightlog.seat.CreditMonth;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatTally;
import dev.flightlog.summary.TeamVisibility;
import dev.flightlog.summary.VisibleTeams;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntFunction;

/** Looks at stored data under two policies at once: one look at seats and teams, so that both see the same. */
@Singleton
class DryRuns {
    private final SeatFactsStore seats;
    private final VisibleTeams visibleTeams;
    private final Costs costs;
    private final AccessRules access;
    private final InstantSource clock;

    DryRuns(SeatFactsStore seats, VisibleTeams visibleTeams, Costs costs, AccessRules access, InstantSource clock) {
        this.seats = seats;
        this.visibleTeams = visibleTeams;
        this.costs = costs;
        this.access = access;
        this.clock = clock;
    }

    DryRun of(long org, Policy base, Policy head) {
        Instant now = clock.instant();
        boolean leaveOut = tellsAboutSinglePeople(org, base, head, now);
        SeatRules headRules =
                leaveOut ? head.seats().withExemptions(base.seats().exemptions()) : head.seats();
        SeatTally before = new SeatTally(base.seats(), now);
        SeatTally after = new SeatTally(headRules, now);
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
     * Anybody who can open a pull request could exempt one colleague and read in the figures whether that seat is idle.
     * Where people may be named here, that is nothing new; elsewhere the exemptions must concern enough seats.
     */
    private boolean tellsAboutSinglePeople(long org, Policy base, Policy head, Instant now) {
        if (base.seats().exemptions().equals(head.seats().exemptions()) || access.mayName(org)) {
            return false;
        }
        int[] concerned = {0};
        seats.each(org, SeatOrder.LONGEST_UNUSED_FIRST, seat -> {
            SeatFacts facts = seat.facts();
            if (base.seats().exempts(facts, now) != head.seats().exempts(facts, now)) {
                concerned[0]++;
            }
        });
        return concerned[0] < Policy.Privacy.SMALLEST_TEAM;
    }

    private static PolicyEffect effect(
            Policy policy, SeatTally tally, IntFunction<TeamVisibility> teams, CreditMonth credits, Instant now) {
        return new PolicyEffect(
                policy, tally.overview(), teams.apply(policy.privacy().minTeamSize()), credits, now);
    }
}
