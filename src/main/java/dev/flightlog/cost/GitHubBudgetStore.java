package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import dev.flightlog.copilot.BudgetList;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The budgets that owners set on GitHub, as they were last read. */
@Singleton
public class GitHubBudgetStore {
    /** They are read with the seats, several times a day. */
    private static final Duration FRESH = Duration.ofDays(2);

    private final Database database;
    private final StopBudgetStore stops;
    private final InstantSource clock;

    GitHubBudgetStore(Database database, StopBudgetStore stops, InstantSource clock) {
        this.database = database;
        this.stops = stops;
        this.clock = clock;
    }

    /**
     * Replaces what was known; a refusal keeps it.
     *
     * @param ownReached as in {@link GitHubBudgets.Known}
     */
    public void put(long organizationId, BudgetList list, Map<YearMonth, Integer> ownReached, Instant readAt) {
        database.transact(() -> {
            switch (list) {
                case BudgetList.Read(var budgets, var _) -> {
                    read(organizationId, readAt, readAt, null, null, ownReached);
                    replace(organizationId, budgets);
                    stops.put(organizationId, budgets, LocalDate.ofInstant(readAt, ZoneOffset.UTC));
                }
                case BudgetList.NotAvailableHere(String why) ->
                    read(organizationId, readAt, null, why, readAt, Map.of());
            }
        });
    }

    private void read(
            long organizationId,
            Instant readAt,
            @Nullable Instant knownAt,
            @Nullable String refused,
            @Nullable Instant refusedAt,
            Map<YearMonth, Integer> ownReached) {
        YearMonth month = month(readAt);
        database.update(
                """
                insert into github_budget_read as known (org_id, read_at, known_at, refused, refused_at, own_reached
                                                       , own_reached_before)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (org_id) do update
                set read_at    = excluded.read_at
                  , known_at   = coalesce(excluded.known_at, known.known_at)
                  , refused    = excluded.refused
                  , refused_at = case when excluded.refused is not null
                                      then coalesce(known.refused_at, excluded.refused_at)
                                 end
                  , own_reached        = excluded.own_reached
                  , own_reached_before = excluded.own_reached_before
                """,
                organizationId,
                readAt,
                knownAt,
                refused,
                refusedAt,
                ownReached.get(month),
                ownReached.get(month.minusMonths(1)));
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
                "select * from github_budget_read where org_id = ?", row -> of(organizationId, row), organizationId);
        return known == null ? new GitHubBudgets.NotRead() : known;
    }

    private GitHubBudgets of(long organizationId, Row row) throws SQLException {
        Instant readAt = row.instant("read_at");
        String refused = row.textOrNull("refused");
        Instant refusedAt = row.instantOrNull("refused_at");
        // A server of an earlier version writes neither when they were known, nor since when they are refused.
        Instant knownAt = refused == null ? readAt : row.instantOrNull("known_at");
        Optional<GitHubBudgets.Refusal> refusal = Optional.ofNullable(refused)
                .map(why -> new GitHubBudgets.Refusal(why, refusedAt == null ? readAt : refusedAt));
        if (knownAt == null) {
            return refusal.<GitHubBudgets>map(GitHubBudgets.NotAvailable::new).orElseGet(GitHubBudgets.NotRead::new);
        }
        List<Budget> budgets = budgets(organizationId);
        return refusal.isEmpty() && !knownAt.isBefore(clock.instant().minus(FRESH))
                ? new GitHubBudgets.Known(budgets, knownAt, ownReached(row, month(knownAt)))
                : new GitHubBudgets.LastKnown(budgets, knownAt, refusal);
    }

    private static Map<YearMonth, Integer> ownReached(Row row, YearMonth month) throws SQLException {
        Map<YearMonth, Integer> reached = new HashMap<>();
        put(reached, month, row.integerOrNull("own_reached"));
        put(reached, month.minusMonths(1), row.integerOrNull("own_reached_before"));
        return reached;
    }

    private static void put(Map<YearMonth, Integer> reached, YearMonth month, @Nullable Integer percent) {
        if (percent != null) {
            reached.put(month, percent);
        }
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atZone(ZoneOffset.UTC));
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
