package dev.flightlog.cost;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** AI credits of an organization by day, as the usage reports gave them. */
@Singleton
public class CreditDaysStore {
    private final Database database;

    CreditDaysStore(Database database) {
        this.database = database;
    }

    /** The days with data, both ends included, oldest first. */
    public List<CreditDay> between(long organizationId, LocalDate first, LocalDate last) {
        return database.list(
                """
                select day, ai_credits
                from usage_day
                where org_id = ? and team_id = 0 and day between ? and ?
                order by day
                """, row -> new CreditDay(row.date("day"), row.decimal("ai_credits")), organizationId, first, last);
    }

    /** The months with data or with a bill, from this one on. */
    Set<YearMonth> months(long organizationId, YearMonth first) {
        return Set.copyOf(database.list(
                """
                select date_trunc('month', day)::date as month from usage_day
                where org_id = ? and team_id = 0 and day >= ?
                union
                select month from billing_month where org_id = ? and month >= ?
                """,
                row -> YearMonth.from(row.date("month")),
                organizationId,
                first.atDay(1),
                organizationId,
                first.atDay(1)));
    }
}
