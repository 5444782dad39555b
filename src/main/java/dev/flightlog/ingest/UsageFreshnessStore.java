package dev.flightlog.ingest;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
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
    LocalDate latestDay(long orgId) {
        return database.first(
                "select day from usage_day where org_id = ? and team_id = 0 order by day desc limit 1",
                row -> row.date("day"),
                orgId);
    }
}
