package dev.flightlog.copilot;

import java.util.List;
import java.util.Map;

/** What GitHub answers about an organization's budgets. */
public sealed interface BudgetList {
    /**
     * All of them.
     *
     * @param people logins of those whom budgets of one person are about, by the budget's id; not to be kept
     */
    record Read(List<Budget> budgets, Map<String, String> people) implements BudgetList {
        public Read {
            budgets = List.copyOf(budgets);
            people = Map.copyOf(people);
        }
    }

    /**
     * They cannot be read, and that is no error.
     *
     * @param why one sentence for administrators
     */
    record NotAvailableHere(String why) implements BudgetList {}
}
