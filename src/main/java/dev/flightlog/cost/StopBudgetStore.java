package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Since when which budget on GitHub stops the organization's use: GitHub tells only what holds now. */
@Singleton
class StopBudgetStore {
    private final Database database;

    StopBudgetStore(Database database) {
        this.database = database;
    }

    /** Notes what holds from this UTC day on, where it is another than before. */
    void put(long organizationId, List<Budget> budgets, LocalDate day) {
        Long usd = GitHubBudgets.stopsAtUsd(budgets).orElse(null);
        database.update("""
                insert into github_stop_budget (org_id, since, usd)
                select ?, ?, ?
                where not exists (
                    select 1 from (
                        select usd from github_stop_budget where org_id = ? order by since desc limit 1
                    ) as latest where latest.usd is not distinct from ?::bigint)
                on conflict (org_id, since) do update set usd = excluded.usd
                """, organizationId, day, usd, organizationId, usd);
    }

    /** All that is known. */
    StopBudgets of(long organizationId) {
        return new StopBudgets(database.list(
                "select since, usd from github_stop_budget where org_id = ? order by since",
                row -> new StopBudgets.Since(row.date("since"), Optional.ofNullable(row.numberOrNull("usd"))),
                organizationId));
    }
}
