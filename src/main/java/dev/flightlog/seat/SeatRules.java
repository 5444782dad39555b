package dev.flightlog.seat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of an organization's policy that decides about seats; prices are US dollars a month. */
public record SeatRules(
        Duration idleAfter, Duration grace, List<Exemption> exemptions, Map<SeatPlan, BigDecimal> prices) {
    /** What holds where a policy says nothing. */
    public static final SeatRules DEFAULTS =
            new SeatRules(Duration.ofDays(30), Duration.ofDays(14), List.of(), Map.of());

    public SeatRules {
        if (!idleAfter.isPositive()) {
            throw new IllegalArgumentException("idleAfter must be positive, but is " + idleAfter);
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative, but is " + grace);
        }
        exemptions = List.copyOf(exemptions);
        prices = Map.copyOf(prices);
        prices.forEach((plan, price) -> {
            if (price.signum() < 0) {
                throw new IllegalArgumentException("price of " + plan + " must not be negative, but is " + price);
            }
        });
    }

    /**
     * The policy's price of a plan, else GitHub's list price; none for a plan that GitHub does not name. The one place that
     * decides what a seat costs, and that this is not known.
     */
    public Optional<BigDecimal> price(SeatPlan plan) {
        return Optional.ofNullable(prices.get(plan)).or(plan::listPriceUsd);
    }

    /** The defaults at these prices. */
    public static SeatRules priced(Map<SeatPlan, BigDecimal> prices) {
        return new SeatRules(DEFAULTS.idleAfter, DEFAULTS.grace, DEFAULTS.exemptions, prices);
    }

    /** These rules with other exemptions. */
    public SeatRules withExemptions(List<Exemption> others) {
        return new SeatRules(idleAfter, grace, others, prices);
    }
}
