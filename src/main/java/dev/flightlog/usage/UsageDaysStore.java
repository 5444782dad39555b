package dev.flightlog.usage;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days of an organization have data. */
@Singleton
public class UsageDaysStore {
    private final Database database;

    UsageDaysStore(Database database) {
        this.database = database;
    }

    /** The last UTC day with data; null before the first. */
    public @Nullable LocalDate latest(long org) {
        return database.first(
                "select day from usage_day where org_id = ? and team_id = 0 order by day desc limit 1",
                row -> row.date("day"),
                org);
    }
}
