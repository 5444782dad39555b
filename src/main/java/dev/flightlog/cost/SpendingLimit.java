package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import java.math.BigDecimal;

/** Something that a month's AI credits may use up. */
public sealed interface SpendingLimit {
    /** The AI credits that come with the organization's seats. */
    record Pool(BigDecimal credits) implements SpendingLimit {}

    /** The policy's budget, in AI credits. */
    record PolicyBudget(BigDecimal credits) implements SpendingLimit {}

    /** GitHub's budget for the organization's AI credits beyond the pool, in US dollars. */
    record GitHubBudget(Budget budget) implements SpendingLimit {}

    /** How much it is: AI credits, or US dollars for a budget of GitHub's. */
    default BigDecimal amount() {
        return switch (this) {
            case Pool(BigDecimal credits) -> credits;
            case PolicyBudget(BigDecimal credits) -> credits;
            case GitHubBudget(Budget budget) -> BigDecimal.valueOf(budget.amount());
        };
    }

    /** By which it is stored. */
    default String key() {
        return switch (this) {
            case Pool _ -> "pool";
            case PolicyBudget _ -> "policy";
            case GitHubBudget(Budget budget) -> "github:" + budget.id();
        };
    }
}
