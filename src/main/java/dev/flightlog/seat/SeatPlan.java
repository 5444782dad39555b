package dev.flightlog.seat;

import java.math.BigDecimal;
import java.util.Locale;

/** The Copilot plan a seat is billed under, with GitHub's list price. */
public enum SeatPlan {
    BUSINESS(19, 1_900),
    ENTERPRISE(39, 3_900),
    /** GitHub's word for a plan that it does not name; counted at no price, so that no saving is promised. */
    UNKNOWN(0, 0);

    private final BigDecimal listPriceUsd;
    private final int includedCredits;

    SeatPlan(int listPriceUsd, int includedCredits) {
        this.listPriceUsd = BigDecimal.valueOf(listPriceUsd);
        this.includedCredits = includedCredits;
    }

    /** US dollars a seat and month. */
    public BigDecimal listPriceUsd() {
        return listPriceUsd;
    }

    /** AI credits a month that a seat of this plan brings; they lapse at the month's end. */
    public int includedCredits() {
        return includedCredits;
    }

    /** GitHub's {@code plan_type} (github.md: Seats); any other word is {@link #UNKNOWN}. */
    public static SeatPlan of(String planType) {
        return switch (planType.toLowerCase(Locale.ROOT)) {
            case "business" -> BUSINESS;
            case "enterprise" -> ENTERPRISE;
            default -> UNKNOWN;
        };
    }

    /** As GitHub's pages write it. */
    public String words() {
        return switch (this) {
            case BUSINESS -> "Copilot Business";
            case ENTERPRISE -> "Copilot Enterprise";
            case UNKNOWN -> "not named by GitHub";
        };
    }

    /** GitHub's word for this plan. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
