package dev.flightlog.usage;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which days are stored, and which of them were restated. */
@Singleton
class UsageFreshnessStore {
    private final Database database;

    UsageFreshnessStore(Database database) {
        this.database = database;
    }

    @Nullable
    LocalDate latestDay(long orgId) {
        return database.first(
                "select day from usage_day where org_id = ? and team_id = 0 order by day desc limit 1",
                row -> row.date("day"),
                orgId);
    }

    List<LocalDate> days(long orgId, LocalDate first, LocalDate last) {
        return database.list(
                "select day from usage_day where org_id = ? and team_id = 0 and day between ? and ? order by day",
                row -> row.date("day"),
                orgId,
                first,
                last);
    }

    List<LocalDate> restatedDays(long orgId, LocalDate first, LocalDate last, Instant after) {
        return database.list("""
                select distinct day from report_import
                 where org_id = ? and kind in ('users-1-day', 'user-teams-1-day', 'organization-1-day')
                   and day between ? and ? and restated_at > ?
                 order by day
                """, row -> row.date("day"), orgId, first, last, after);
    }
}
