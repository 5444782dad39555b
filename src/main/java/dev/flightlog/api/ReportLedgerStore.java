package dev.flightlog.api;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** The import ledger, as the API shows it. */
@Singleton
class ReportLedgerStore {
    private final Database database;

    ReportLedgerStore(Database database) {
        this.database = database;
    }

    int count(long org) {
        return database.one(
                "select count(*) as reports from report_import where org_id = ?", row -> row.integer("reports"), org);
    }

    /** Newest day first. */
    List<ReportList.Report> page(long org, Page page, PartUrls urls) {
        return database.list("""
            select * from report_import where org_id = ? order by day desc, kind offset ? limit ?
            """, row -> report(row, urls), org, page.offset(), page.size());
    }

    private static ReportList.Report report(Row row, PartUrls urls) throws SQLException {
        return new ReportList.Report(
                row.text("kind"),
                row.date("first_day"),
                row.date("day"),
                row.text("outcome"),
                row.integer("parts"),
                row.number("rows"),
                row.number("bytes"),
                row.textOrNull("digest"),
                row.instant("attempted_at"),
                row.instantOrNull("imported_at"),
                row.instantOrNull("restated_at"),
                row.textOrNull("problem"),
                urls.of(row.text("kind"), row.date("day"), row.integer("parts")));
    }
}
