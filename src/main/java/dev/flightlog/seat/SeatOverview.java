package dev.flightlog.seat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * All seats of an organization in figures; money is US dollars a month.
 *
 * @param used seats with known activity within the policy's idle time, whatever their state: also exempt and ending ones
 * @param states seats by state; every state has a figure
 * @param plans seats by plan; every plan has a figure
 * @param removable idle seats that were assigned to the person: a click takes them away
 * @param needsTeamChange idle seats held through a team: only a change of the team takes them away
 * @param endingCredits AI credits a month of seats that end with this billing cycle: the next one has them no more
 */
public record SeatOverview(
        int seats,
        int used,
        Map<SeatState, Integer> states,
        Map<SeatPlan, Integer> plans,
        SeatCost cost,
        IdleSeats removable,
        IdleSeats needsTeamChange,
        BigDecimal endingCredits) {
    public SeatOverview {
        states = Map.copyOf(states);
        plans = Map.copyOf(plans);
    }

    /** The overview of these seats under these rules: the same for the real policy and a dry run. */
    public static SeatOverview of(Collection<SeatFacts> seats, SeatRules rules, Instant now) {
        SeatTally tally = new SeatTally(rules, now);
        seats.forEach(tally::add);
        return tally.overview();
    }

    public int count(SeatState state) {
        return states.getOrDefault(state, 0);
    }

    /** Seats that count as money spent for nothing. */
    public int idleSeats() {
        return removable.seats() + needsTeamChange.seats();
    }

    /** What is spent for nothing. */
    public SeatCost idleCost() {
        return removable.cost().plus(needsTeamChange.cost());
    }

    /** Some idle seats, what they cost, and the AI credits a month that they bring. */
    public record IdleSeats(int seats, SeatCost cost, BigDecimal credits) {
        static final IdleSeats NONE = new IdleSeats(0, SeatCost.NONE, BigDecimal.ZERO);

        IdleSeats and(SeatDecision decision, SeatPlan plan) {
            return new IdleSeats(
                    seats + 1,
                    cost.plus(SeatCost.of(decision.monthlyPriceUsd())),
                    credits.add(BigDecimal.valueOf(plan.includedCredits())));
        }
    }
}
