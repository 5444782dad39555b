package dev.flightlog.check;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.Costs;
import dev.flightlog.seat.CreditMonth;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatTally;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Looks at stored data under two policies at once: one pass over the seats, so that both see the same. */
@Singleton
class DryRuns {
    private final SeatFactsStore seats;
    private final DirectoryStore directory;
    private final Costs costs;
    private final InstantSource clock;

    DryRuns(SeatFactsStore seats, DirectoryStore directory, Costs costs, InstantSource clock) {
        this.seats = seats;
        this.directory = directory;
        this.costs = costs;
        this.clock = clock;
    }

    DryRun of(long org, Policy base, Policy head) {
        Instant now = clock.instant();
        SeatTally before = new SeatTally(base.seats(), now);
        SeatTally after = new SeatTally(head.seats(), now);
        Map<String, Integer> teams = teams(org);
        seats.each(org, SeatOrder.LONGEST_UNUSED_FIRST, seat -> {
            SeatFacts facts = seat.facts();
            before.add(facts);
            after.add(facts);
            seat.teams().forEach(slug -> teams.merge(slug.toLowerCase(Locale.ROOT), 1, Integer::sum));
        });
        CreditMonth credits = costs.of(org, head.seats(), costs.currentMonth()).credits();
        return new DryRun(
                effect(base, before, teams.values(), credits, now), effect(head, after, teams.values(), credits, now));
    }

    private static PolicyEffect effect(
            Policy policy, SeatTally tally, Collection<Integer> teams, CreditMonth credits, Instant now) {
        return new PolicyEffect(
                policy,
                tally.overview(),
                TeamVisibility.of(teams, policy.privacy().minTeamSize()),
                credits,
                now);
    }

    /** Every team, with no seat yet. */
    private Map<String, Integer> teams(long org) {
        Map<String, Integer> teams = new HashMap<>();
        for (Team team : directory.teams(org)) {
            teams.put(team.slug().toLowerCase(Locale.ROOT), 0);
        }
        return teams;
    }
}
