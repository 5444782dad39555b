package dev.flightlog.seat;

import java.math.BigDecimal;
import java.util.Locale;

/** The Copilot plan a seat is billed under, with GitHub's list price. */
public enum SeatPlan {
    BUSINESS(19),
    ENTERPRISE(39),
    /** GitHub's word for a plan it does not tell; it is counted at no price, so nothing is promised. */
    UNKNOWN(0);

    private final BigDecimal listPriceUsd;

    SeatPlan(int listPriceUsd) {
        this.listPriceUsd = BigDecimal.valueOf(listPriceUsd);
    }

    /** US dollars a seat and month. */
    public BigDecimal listPriceUsd() {
        return listPriceUsd;
    }

    /** GitHub's {@code plan_type} (FACTS §4); any other word is {@link #UNKNOWN}. */
    public static SeatPlan of(String planType) {
        return switch (planType.toLowerCase(Locale.ROOT)) {
            case "business" -> BUSINESS;
            case "enterprise" -> ENTERPRISE;
            default -> UNKNOWN;
        };
    }

    /** GitHub's word for this plan. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
