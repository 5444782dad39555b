package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import dev.flightlog.copilot.BudgetList;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The budgets that owners set on GitHub, as they were last read. */
@Singleton
public class GitHubBudgetStore {
    private final Database database;

    GitHubBudgetStore(Database database) {
        this.database = database;
    }

    /** Replaces what was known. */
    public void put(long organizationId, BudgetList list, Instant readAt) {
        database.transact(() -> {
            switch (list) {
                case BudgetList.Read(var budgets) -> {
                    read(organizationId, readAt, null);
                    replace(organizationId, budgets);
                }
                case BudgetList.NotAvailableHere(String why) -> {
                    read(organizationId, readAt, why);
                    replace(organizationId, List.of());
                }
            }
        });
    }

    private void read(long organizationId, Instant readAt, @Nullable String refused) {
        database.update("""
            insert into github_budget_read (org_id, read_at, refused) values (?, ?, ?)
            on conflict (org_id) do update set read_at = excluded.read_at, refused = excluded.refused
            """, organizationId, readAt, refused);
    }

    private void replace(long organizationId, List<Budget> budgets) {
        database.update("delete from github_budget where org_id = ?", organizationId);
        budgets.forEach(budget -> database.update(
                """
                insert into github_budget (org_id, budget_id, type, sku, scope, amount, stops_use, notifies)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                organizationId,
                budget.id(),
                word(budget.type()),
                budget.sku(),
                word(budget.scope()),
                budget.amount(),
                budget.stopsUse(),
                budget.notifies()));
    }

    /** As last read, by {@link #put}. */
    public GitHubBudgets of(long organizationId) {
        GitHubBudgets known = database.first(
                "select read_at, refused from github_budget_read where org_id = ?",
                row -> {
                    String refused = row.textOrNull("refused");
                    return refused == null
                            ? new GitHubBudgets.Known(budgets(organizationId), row.instant("read_at"))
                            : new GitHubBudgets.NotAvailable(refused);
                },
                organizationId);
        return known == null ? new GitHubBudgets.NotRead() : known;
    }

    private List<Budget> budgets(long organizationId) {
        return database.list("select * from github_budget where org_id = ?", GitHubBudgetStore::budget, organizationId);
    }

    private static Budget budget(Row row) throws SQLException {
        return new Budget(
                row.text("budget_id"),
                Budget.Type.valueOf(row.text("type").toUpperCase(Locale.ROOT)),
                row.text("sku"),
                Budget.Scope.valueOf(row.text("scope").toUpperCase(Locale.ROOT)),
                row.number("amount"),
                row.flag("stops_use"),
                row.flag("notifies"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
