package dev.flightlog.summary;

import dev.flightlog.cost.IdleSaving;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatMoves;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatState;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Seats as they are when the summary is made.
 *
 * @param used seats with known activity within the policy's time; null in summaries of earlier versions
 * @param prices US dollars a seat and month of each plan held whose price is known
 * @param moves seats given and ended in the week; null where they were not read before it
 * @param breakdown GitHub's own seat breakdown; null where it was not read
 */
public record SeatFigures(
        @Nullable Integer used,
        Map<SeatState, Integer> byState,
        Map<SeatPlan, Integer> byPlan,
        Map<SeatPlan, BigDecimal> prices,
        IdleSeats idle,
        @Nullable Breakdown breakdown,
        @Nullable SeatMoves moves) {
    public SeatFigures {
        byState = Map.copyOf(byState);
        byPlan = Map.copyOf(byPlan);
        // Summaries of earlier versions say 0 of a plan that GitHub does not name.
        prices = prices.entrySet().stream()
                .filter(price -> price.getKey() != SeatPlan.UNKNOWN)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        for (SeatPlan plan : byPlan.keySet()) {
            if (plan != SeatPlan.UNKNOWN && !prices.containsKey(plan)) {
                throw new IllegalArgumentException("prices must have a price of " + plan + ", but are " + prices);
            }
        }
    }

    public int total() {
        return byState.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int in(SeatState state) {
        return byState.getOrDefault(state, 0);
    }

    /** Used within the policy's time, whatever their state. Earlier versions counted only those in state active. */
    public int usedRecently() {
        return used == null ? in(SeatState.ACTIVE) : used;
    }

    /** What all seats cost a month. */
    public SeatCost cost() {
        return SeatCost.of(byPlan, SeatRules.priced(prices));
    }

    /**
     * Seats whose price is spent for nothing, by what it takes to stop that; amounts in US dollars a month.
     *
     * @param removableUsd of those whose price is known, and so is {@code throughTeamsUsd}
     * @param saving what giving them back would save; null in summaries of earlier versions
     */
    public record IdleSeats(
            int removable,
            BigDecimal removableUsd,
            int throughTeams,
            BigDecimal throughTeamsUsd,
            @Nullable IdleSaving saving) {
        public static final IdleSeats NONE = new IdleSeats(0, BigDecimal.ZERO, 0, BigDecimal.ZERO, null);

        public IdleSeats {
            if (removable < 0 || throughTeams < 0) {
                throw new IllegalArgumentException(
                        "idle seats must not be negative, but are " + removable + " and " + throughTeams);
            }
        }

        public int total() {
            return removable + throughTeams;
        }
    }

    /** GitHub's {@code seat_breakdown}, as given (github.md: Plan). */
    public record Breakdown(
            @Nullable Integer total,
            @Nullable Integer addedThisCycle,
            @Nullable Integer pendingCancellation,
            @Nullable Integer pendingInvitation,
            @Nullable Integer activeThisCycle,
            @Nullable Integer inactiveThisCycle) {}
}
