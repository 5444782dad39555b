package dev.flightlog.seat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Copilot plan a seat is billed under, with GitHub's list price. */
public enum SeatPlan {
    BUSINESS(BigDecimal.valueOf(19), 1_900),
    ENTERPRISE(BigDecimal.valueOf(39), 3_900),
    /** GitHub's word for a plan that it does not name: nobody knows what such a seat costs. */
    UNKNOWN(null, 0);

    private final @Nullable BigDecimal listPriceUsd;
    private final int includedCredits;

    SeatPlan(@Nullable BigDecimal listPriceUsd, int includedCredits) {
        this.listPriceUsd = listPriceUsd;
        this.includedCredits = includedCredits;
    }

    /** US dollars a seat and month; none for a plan that GitHub does not name. */
    public Optional<BigDecimal> listPriceUsd() {
        return Optional.ofNullable(listPriceUsd);
    }

    /** AI credits a month that a seat of this plan brings; they lapse at the month's end. Of an unnamed plan none is known. */
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
