package dev.flightlog.cost;

import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a policy says about money.
 *
 * @param prices US dollars a seat and month of each plan that has one
 */
public record MoneyRules(Policy.Budget budget, Map<SeatPlan, BigDecimal> prices) {
    public MoneyRules {
        prices = Map.copyOf(prices);
    }

    static MoneyRules of(Policy policy) {
        SeatRules rules = policy.seats();
        return new MoneyRules(
                policy.budget(),
                Map.of(
                        SeatPlan.BUSINESS, rules.price(SeatPlan.BUSINESS).orElseThrow(),
                        SeatPlan.ENTERPRISE, rules.price(SeatPlan.ENTERPRISE).orElseThrow()));
    }

    /** The rules about seats with these prices. */
    SeatRules pricing(SeatRules rules) {
        return new SeatRules(rules.idleAfter(), rules.grace(), rules.exemptions(), prices);
    }
}
