package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What is known of the budgets that owners set on GitHub. */
public sealed interface GitHubBudgets {
    /** As they were last read; those of AI credits first. */
    record Known(List<Budget> budgets, Instant readAt) implements GitHubBudgets {
        private static final Comparator<Budget> ORDER = Comparator.comparing((Budget budget) -> !budget.ofAiCredits())
                .thenComparing(Budget::sku)
                .thenComparing(Budget::scope)
                .thenComparing(Budget::id);

        public Known {
            budgets = budgets.stream().sorted(ORDER).toList();
        }
    }

    /** They cannot be read here; one sentence says why. */
    record NotAvailable(String why) implements GitHubBudgets {}

    /** Nobody asked yet, or the app was not granted what it takes. */
    record NotRead() implements GitHubBudgets {}

    /** Those that limit the organization's AI credits beyond the pool. */
    default List<Budget> ofOrganizationsCredits() {
        return switch (this) {
            case Known(var budgets, var _) ->
                budgets.stream()
                        .filter(Budget::ofAiCredits)
                        .filter(budget -> budget.scope() == Budget.Scope.ORGANIZATION)
                        .toList();
            case NotAvailable _, NotRead _ -> List.of();
        };
    }
}
