package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the budgets that owners set on GitHub. */
public sealed interface GitHubBudgets {
    /** Those of AI credits first. */
    Comparator<Budget> ORDER = Comparator.comparing((Budget budget) -> !budget.ofAiCredits())
            .thenComparing(Budget::sku)
            .thenComparing(Budget::scope)
            .thenComparing(Budget::id);

    /**
     * As they were read lately; those of AI credits first.
     *
     * @param ownReached by UTC month 0, or the highest percentage of a {@link LimitUse.Threshold} that somebody had reached of
     *     a budget for that person alone: of the month of {@code readAt}, and of the one before while usage of it arrives;
     *     nothing without such a budget. Who it is, is not kept
     */
    record Known(List<Budget> budgets, Instant readAt, Map<YearMonth, Integer> ownReached) implements GitHubBudgets {
        public Known {
            budgets = budgets.stream().sorted(ORDER).toList();
            ownReached = Map.copyOf(ownReached);
        }
    }

    /**
     * As they were read some days ago, so that they may have changed: nobody is warned by them.
     *
     * @param refusal why they cannot be read now; none where GitHub did not answer
     */
    record LastKnown(List<Budget> budgets, Instant readAt, Optional<Refusal> refusal) implements GitHubBudgets {
        public LastKnown {
            budgets = budgets.stream().sorted(ORDER).toList();
        }
    }

    /** They cannot be read here, and never were. */
    record NotAvailable(Refusal refusal) implements GitHubBudgets {}

    /** Nobody asked yet, or the app was not granted what it takes. */
    record NotRead() implements GitHubBudgets {}

    /**
     * Why GitHub does not give them.
     *
     * @param why one sentence
     * @param since when it first refused
     */
    record Refusal(String why, Instant since) {}

    /** Those that limit the organization's AI credits beyond the pool; none that may have changed. */
    default List<Budget> ofOrganizationsCredits() {
        return ofCredits(Budget.Scope.ORGANIZATION);
    }

    /** Those that limit every person's AI credits by the same amount; none that may have changed. */
    default List<Budget> ofEachPersonsCredits() {
        return ofCredits(Budget.Scope.MULTI_USER_CUSTOMER);
    }

    /** US dollars beyond the pool at which the first of these budgets stops the organization's use; none where none does. */
    static Optional<Long> stopsAtUsd(List<Budget> budgets) {
        return budgets.stream()
                .filter(Budget::ofAiCredits)
                .filter(budget -> budget.scope() == Budget.Scope.ORGANIZATION)
                .filter(Budget::stopsUse)
                .map(Budget::amount)
                .min(Comparator.naturalOrder());
    }

    private List<Budget> ofCredits(Budget.Scope scope) {
        return switch (this) {
            case Known(var budgets, var _, var _) ->
                budgets.stream()
                        .filter(Budget::ofAiCredits)
                        .filter(budget -> budget.scope() == scope)
                        .toList();
            case LastKnown _, NotAvailable _, NotRead _ -> List.of();
        };
    }

    /** What somebody used of a budget of their own in a month, as far as it was read in it: see {@link Known#ownReached}. */
    default Optional<Integer> ownReached(YearMonth month) {
        return switch (this) {
            case Known(var _, var _, Map<YearMonth, Integer> reached) -> Optional.ofNullable(reached.get(month));
            case LastKnown _, NotAvailable _, NotRead _ -> Optional.empty();
        };
    }

    /** What happens when the pool is used up. */
    default AfterPool afterPool() {
        return switch (this) {
            case Known(var budgets, var _, var _) ->
                stopsAtUsd(budgets)
                        .<AfterPool>map(AfterPool.StopsAt::new)
                        .orElseGet(() -> ofOrganizationsCredits().stream().anyMatch(budget -> budget.amount() == 0)
                                ? new AfterPool.BoughtBeyondZero()
                                : budgets.stream().anyMatch(Budget::endsUse)
                                        ? new AfterPool.MayStopInPart()
                                        : new AfterPool.Bought());
            case LastKnown _, NotAvailable _, NotRead _ -> new AfterPool.NotKnown();
        };
    }
}
