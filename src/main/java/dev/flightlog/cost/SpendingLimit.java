package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import java.math.BigDecimal;

/** Something that a month's AI credits may use up. */
public sealed interface SpendingLimit {
    /**
     * The AI credits that come with the organization's seats.
     *
     * @param biller the organization, or not known; an enterprise's pool is no limit of the organization
     */
    record Pool(BigDecimal credits, Biller biller, AfterPool after) implements SpendingLimit {}

    /** The policy's budget, in AI credits. */
    record PolicyBudget(BigDecimal credits) implements SpendingLimit {}

    /** GitHub's budget for the organization's AI credits beyond the pool, in US dollars, and what was bought so far. */
    record GitHubBudget(Budget budget, BoughtCredits bought) implements SpendingLimit {}

    /** GitHub's budget for the AI credits of each person, in US dollars; it counts inside the pool too. */
    record EachPerson(Budget budget) implements SpendingLimit {}

    /** GitHub's budgets for single people, together: of the one that is used most, in percent. Who it is, is not known. */
    record OwnBudgets() implements SpendingLimit {}

    /** What kind of limit it is, as it is stored. */
    enum Kind {
        POOL("pool"),
        POLICY_BUDGET("policy"),
        GITHUB_BUDGET("github"),
        EACH_PERSON("person"),
        OWN_BUDGETS("own");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind of a stored key; a limit that this version does not know is a budget of GitHub's. */
        public static Kind ofKey(String key) {
            for (Kind kind : values()) {
                if (key.equals(kind.word) || key.startsWith(kind.word + ":")) {
                    return kind;
                }
            }
            return GITHUB_BUDGET;
        }
    }

    default Kind kind() {
        return switch (this) {
            case Pool _ -> Kind.POOL;
            case PolicyBudget _ -> Kind.POLICY_BUDGET;
            case GitHubBudget _ -> Kind.GITHUB_BUDGET;
            case EachPerson _ -> Kind.EACH_PERSON;
            case OwnBudgets _ -> Kind.OWN_BUDGETS;
        };
    }

    /** How much it is: AI credits, US dollars for a budget of GitHub's, percent for those of single people. */
    default BigDecimal amount() {
        return switch (this) {
            case Pool(BigDecimal credits, var _, var _) -> credits;
            case PolicyBudget(BigDecimal credits) -> credits;
            case GitHubBudget(Budget budget, var _) -> BigDecimal.valueOf(budget.amount());
            case EachPerson(Budget budget) -> BigDecimal.valueOf(budget.amount());
            case OwnBudgets _ -> BigDecimal.valueOf(100);
        };
    }

    /**
     * By which it is stored. A budget of another amount is another limit, with warnings of its own; the pool grows with each
     * seat, and stays the same.
     */
    default String key() {
        return source()
                + switch (this) {
                    case Pool _, OwnBudgets _ -> "";
                    case PolicyBudget _, GitHubBudget _, EachPerson _ ->
                        ":" + amount().stripTrailingZeros().toPlainString();
                };
    }

    /** Which limit it is, whatever its amount. */
    default String source() {
        return kind().word
                + switch (this) {
                    case Pool _, OwnBudgets _, PolicyBudget _ -> "";
                    case GitHubBudget(Budget budget, var _) -> ":" + budget.id();
                    case EachPerson(Budget budget) -> ":" + budget.id();
                };
    }

    /** Whether somebody has to act when it is used up, because use stops or money is spent beyond what owners allowed. */
    default boolean stopsOrCostsAtOnce() {
        return switch (this) {
            case Pool(var _, var _, AfterPool after) ->
                switch (after) {
                    case AfterPool.StopsAt(long usd) -> usd == 0;
                    case AfterPool.BoughtBeyondZero _ -> true;
                    case AfterPool.Bought _, AfterPool.MayStopInPart _, AfterPool.NotKnown _ -> false;
                };
            case PolicyBudget _, EachPerson _, OwnBudgets _ -> false;
            case GitHubBudget _ -> true;
        };
    }
}
