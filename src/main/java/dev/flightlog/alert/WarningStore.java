package dev.flightlog.alert;

import dev.flightlog.cost.LimitUse;
import dev.flightlog.cost.SpendingLimit;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Which warnings about a month were given, each once. */
@Singleton
class WarningStore {
    private final Database database;

    WarningStore(Database database) {
        this.database = database;
    }

    /** Notes every threshold that is reached and was not noted before. */
    void note(long org, YearMonth month, LimitUse use, Instant now) {
        use.reached()
                .forEach(threshold -> database.update(
                        """
                        insert into credit_warning (org_id, month, spending_limit, percent, noticed_at, used, amount)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (org_id, month, spending_limit, percent) do nothing
                        """,
                        org,
                        month.atDay(1),
                        use.limit().key(),
                        threshold.percent(),
                        now,
                        amountShown(use, threshold),
                        use.limit().amount()));
    }

    /** What one person used is not kept with the warning. */
    private static BigDecimal amountShown(LimitUse use, LimitUse.Threshold threshold) {
        return switch (use.limit()) {
            case SpendingLimit.EachPerson each ->
                each.amount().multiply(BigDecimal.valueOf(threshold.percent())).movePointLeft(2);
            case SpendingLimit.OwnBudgets _ -> BigDecimal.valueOf(threshold.percent());
            case SpendingLimit.Pool _, SpendingLimit.PolicyBudget _, SpendingLimit.GitHubBudget _ -> use.used();
        };
    }

    /** The month's warnings, oldest first. */
    List<Warning> of(long org, YearMonth month) {
        return database.list(
                """
                select * from credit_warning where org_id = ? and month = ?
                order by noticed_at, spending_limit desc, percent
                """,
                row -> new Warning(
                        SpendingLimit.Kind.ofKey(row.text("spending_limit")),
                        row.integer("percent"),
                        row.instant("noticed_at"),
                        row.decimal("used"),
                        row.decimal("amount")),
                org,
                month.atDay(1));
    }
}
