package dev.flightlog.cost;

import dev.flightlog.seat.SeatPlan;
import java.math.BigDecimal;
import java.util.Map;

/** AI credits that come with seats, a month (github.md: Credits): they lapse at its end. */
public final class CreditPool {
    private static final BigDecimal USD_A_CREDIT = new BigDecimal("0.01");

    private CreditPool() {}

    /** Credits included for these seats. A plan GitHub does not tell includes none, so nothing is promised. */
    public static BigDecimal included(Map<SeatPlan, Integer> seats) {
        return seats.entrySet().stream()
                .map(plan -> BigDecimal.valueOf((long) plan.getKey().includedCredits() * plan.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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
