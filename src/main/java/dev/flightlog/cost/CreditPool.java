package dev.flightlog.cost;

import dev.flightlog.seat.SeatPlan;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** AI credits that come with seats, a month (github.md: Credits): they lapse at its end. */
public final class CreditPool {
    private static final BigDecimal USD_A_CREDIT = new BigDecimal("0.01");

    private CreditPool() {}

    /**
     * Credits included for these seats. Not known where GitHub does not name the plan of one of them: counted without it the
     * pool would be too small, and a warning that it is used up could be false.
     */
    public static Optional<BigDecimal> included(Map<SeatPlan, Integer> seats) {
        return seats.getOrDefault(SeatPlan.UNKNOWN, 0) > 0
                ? Optional.empty()
                : Optional.of(seats.entrySet().stream()
                        .map(plan -> BigDecimal.valueOf((long) plan.getKey().includedCredits() * plan.getValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** US dollars of credits at list price. */
    public static BigDecimal usd(BigDecimal credits) {
        return credits.multiply(USD_A_CREDIT);
    }

    /** Credits for so many US dollars at list price. */
    public static BigDecimal credits(BigDecimal usd) {
        return usd.divide(USD_A_CREDIT);
    }
}
