package dev.flightlog.cost;

import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Seats that somebody might give back: what they cost a month, and the AI credits that would go with them.
 *
 * @param credits AI credits a month that they bring to the pool, without those of a plan that GitHub does not name
 */
public record EndedSeats(int seats, SeatCost cost, BigDecimal credits) {
    public static final EndedSeats NONE = new EndedSeats(0, SeatCost.NONE, BigDecimal.ZERO);

    public EndedSeats {
        if (seats < 0 || credits.signum() < 0) {
            throw new IllegalArgumentException(
                    "seats and credits must not be negative, but are " + seats + " and " + credits);
        }
    }

    /** Seats by plan, at the policy's prices. */
    public static EndedSeats of(Map<SeatPlan, Integer> seats, SeatRules rules) {
        return new EndedSeats(
                seats.values().stream().mapToInt(Integer::intValue).sum(),
                SeatCost.of(seats, rules),
                seats.entrySet().stream()
                        .map(plan -> BigDecimal.valueOf((long) plan.getKey().includedCredits() * plan.getValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public EndedSeats plus(EndedSeats more) {
        return new EndedSeats(seats + more.seats, cost.plus(more.cost), credits.add(more.credits));
    }
}
