package dev.flightlog.copilot;

import java.util.List;

/** What GitHub tells of an organization's budgets. */
public sealed interface BudgetList {
    /** All of them. */
    record Read(List<Budget> budgets) implements BudgetList {
        public Read {
            budgets = List.copyOf(budgets);
        }
    }

    /**
     * They cannot be read, and that is no error.
     *
     * @param why one sentence for administrators
     */
    record NotAvailableHere(String why) implements BudgetList {}
}
