package dev.flightlog.cost;

import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Seats that somebody might give back: what they cost a month, and the AI credits that would go with them.
 *
 * @param priceUsd US dollars a month of all of them
 * @param credits AI credits a month that all of them bring to the pool
 */
public record EndedSeats(int seats, BigDecimal priceUsd, BigDecimal credits) {
    public static final EndedSeats NONE = new EndedSeats(0, BigDecimal.ZERO, BigDecimal.ZERO);

    public EndedSeats {
        if (seats < 0 || priceUsd.signum() < 0 || credits.signum() < 0) {
            throw new IllegalArgumentException("seats, priceUsd and credits must not be negative, but are " + seats
                    + ", " + priceUsd + " and " + credits);
        }
    }

    /** Seats by plan, at the policy's prices. A plan that GitHub does not tell has no price and brings no credits. */
    public static EndedSeats of(Map<SeatPlan, Integer> seats, SeatRules rules) {
        return seats.entrySet().stream()
                .map(plan -> one(plan.getKey(), rules).times(plan.getValue()))
                .reduce(NONE, EndedSeats::plus);
    }

    private static EndedSeats one(SeatPlan plan, SeatRules rules) {
        return new EndedSeats(1, rules.price(plan), BigDecimal.valueOf(plan.includedCredits()));
    }

    private EndedSeats times(int many) {
        BigDecimal factor = BigDecimal.valueOf(many);
        return new EndedSeats(seats * many, priceUsd.multiply(factor), credits.multiply(factor));
    }

    /** Whether GitHub says the plan of at least one of them: only such a seat brings credits. */
    boolean ofAKnownPlan() {
        return credits.signum() > 0;
    }

    public EndedSeats plus(EndedSeats more) {
        return new EndedSeats(seats + more.seats, priceUsd.add(more.priceUsd), credits.add(more.credits));
    }
}
