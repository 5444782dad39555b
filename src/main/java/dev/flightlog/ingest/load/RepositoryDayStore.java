package dev.flightlog.ingest.load;

import dev.flightlog.copilot.PullRequests;
import dev.flightlog.copilot.RepositoryDay;
import dev.flightlog.database.Database;
import dev.flightlog.ingest.stage.RepositoryStage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;

/** Pull requests by repository and day. */
@Singleton
class RepositoryDayStore {
    private static final String COPY = """
        copy usage_repository_day (
            org_id, day, repository_id, name, visibility
          , pull_requests_created, pull_requests_reviewed, pull_requests_merged
          , created_by_copilot, reviewed_by_copilot, merged_created_by_copilot, merged_reviewed_by_copilot
          , median_minutes_to_merge, report)
        from stdin (format binary)
        """;
    private static final int COLUMNS = 14;

    private final Database database;

    RepositoryDayStore(Database database) {
        this.database = database;
    }

    void deleteDay(long organizationId, LocalDate day) {
        database.update("delete from usage_repository_day where org_id = ? and day = ?", organizationId, day);
    }

    /** Call inside a transaction. */
    void writeDay(long organizationId, LocalDate day, RepositoryStage repositories) throws IOException, SQLException {
        try (BinaryCopy copy = new BinaryCopy(database.startCopy(COPY))) {
            repositories.each((RepositoryStage.Rows<SQLException>) row -> write(copy, organizationId, day, row));
            copy.end();
        }
    }

    private static void write(BinaryCopy copy, long organizationId, LocalDate day, RepositoryDay row)
            throws SQLException {
        PullRequests pulls = row.pullRequests();
        copy.row(COLUMNS);
        copy.bigint(organizationId);
        copy.date(day);
        copy.bigint(row.repositoryId());
        copy.text(row.name());
        copy.text(row.visibility());
        copy.integer(pulls.created());
        copy.integer(pulls.reviewed());
        copy.integer(pulls.merged());
        copy.integer(pulls.createdByCopilot());
        copy.integer(pulls.reviewedByCopilot());
        copy.integer(pulls.mergedCreatedByCopilot());
        copy.integer(pulls.mergedReviewedByCopilot());
        copy.numericOrNull(pulls.medianMinutesToMerge());
        copy.jsonb(row.report());
    }
}
