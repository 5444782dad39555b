package dev.flightlog.ingest;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How new the stored usage is. */
@Singleton
class UsageFreshnessStore {
    private final Database database;

    UsageFreshnessStore(Database database) {
        this.database = database;
    }

    /** Latest UTC day with people's rows; null while there is none. */
    @Nullable
    LocalDate latestDay(long organizationId) {
        return database.first(
                "select day from usage_day where org_id = ? and team_id = 0 order by day desc limit 1",
                row -> row.date("day"),
                organizationId);
    }

    boolean hasDay(long organizationId, LocalDate day) {
        return database.exists(
                "select from usage_day where org_id = ? and team_id = 0 and day = ?", organizationId, day);
    }

    /** Days from {@code first} on that have people's rows. */
    Set<LocalDate> daysSince(long organizationId, LocalDate first) {
        return Set.copyOf(database.list(
                "select day from usage_day where org_id = ? and team_id = 0 and day >= ?",
                row -> row.date("day"),
                organizationId,
                first));
    }
}
