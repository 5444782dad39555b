package dev.flightlog.cost;

import java.math.BigDecimal;

/** US dollars for credits beyond the pool so far, never below zero, and how that is known. */
public sealed interface BoughtCredits {
    BigDecimal usd();

    /** GitHub bills it. */
    record Billed(BigDecimal usd) implements BoughtCredits {}

    /** By the usage reports, where the bill cannot be read. */
    record Estimated(BigDecimal usd) implements BoughtCredits {}

    /** By the usage reports, which are ahead of the bill. */
    record AheadOfBill(BigDecimal usd, BigDecimal billedUsd) implements BoughtCredits {}
}
