package dev.flightlog.cost;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

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
}
