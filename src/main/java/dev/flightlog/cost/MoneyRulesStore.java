package dev.flightlog.cost;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatPlan;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Keeps the policy's prices and budgets of each month, for when the month is over and the policy another. */
@Singleton
public class MoneyRulesStore {
    private final Database database;

    MoneyRulesStore(Database database) {
        this.database = database;
    }

    /** Keeps the policy that is in force now as that of the UTC month that runs. */
    public void keep(long organizationId, Policy policy, Instant now) {
        MoneyRules rules = MoneyRules.of(policy);
        database.update(
                """
                insert into money_rules
                    (org_id, month, kept_at, business_usd, enterprise_usd, seats_budget_usd, credits_budget)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (org_id, month) do update
                set kept_at = excluded.kept_at
                  , business_usd = excluded.business_usd, enterprise_usd = excluded.enterprise_usd
                  , seats_budget_usd = excluded.seats_budget_usd, credits_budget = excluded.credits_budget
                """,
                organizationId,
                YearMonth.from(now.atZone(ZoneOffset.UTC)).atDay(1),
                now,
                rules.prices().get(SeatPlan.BUSINESS),
                rules.prices().get(SeatPlan.ENTERPRISE),
                rules.budget().seatsUsdPerMonth().orElse(null),
                rules.budget().aiCreditsPerMonth().orElse(null));
    }

    /** Those last in force in a month; none where the organization was not looked at in it. */
    Optional<MoneyRules> of(long organizationId, YearMonth month) {
        return Optional.ofNullable(database.first(
                "select * from money_rules where org_id = ? and month = ?",
                MoneyRulesStore::rules,
                organizationId,
                month.atDay(1)));
    }

    private static MoneyRules rules(Row row) throws SQLException {
        return new MoneyRules(
                new Policy.Budget(
                        Optional.ofNullable(row.decimalOrNull("seats_budget_usd")),
                        Optional.ofNullable(row.numberOrNull("credits_budget"))),
                Map.of(
                        SeatPlan.BUSINESS, row.decimal("business_usd"),
                        SeatPlan.ENTERPRISE, row.decimal("enterprise_usd")));
    }
}
