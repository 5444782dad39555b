package dev.flightlog.ingest.load;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Whether a report of people without rows says that nobody was active, or nothing. */
@Singleton
class QuietDayStore {
    private final Database database;

    QuietDayStore(Database database) {
        this.database = database;
    }

    /**
     * True where nothing is stored of a day, and GitHub's own report of the organization says that it was so quiet: GitHub
     * publishes both together, and a file without rows alone may be one that is not there yet (github.md: Reports).
     *
     * @param people how many may have been active
     */
    boolean isQuiet(long organizationId, LocalDate day, long people) {
        return database.exists("""
                select from usage_organization_report_day report
                 where org_id = ? and day = ? and daily_active_users <= ?
                   and not exists (
                       select from usage_day
                        where usage_day.org_id = report.org_id and team_id = 0 and usage_day.day = report.day)
                """, organizationId, day, people);
    }
}
