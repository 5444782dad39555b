package dev.flightlog.cost;

import java.math.BigDecimal;

/** Between what a projection lies: every day that is not known like the least, and like the most, of its weekday. */
public record CreditRange(BigDecimal low, BigDecimal high) {
    public CreditRange {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low must not be above high, but is " + low + " above " + high);
        }
    }
}
