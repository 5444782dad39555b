package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The import ledger. */
@Singleton
public class ReportImportStore {
    private static final String ENTRY = """
        select kind, day, first_day, outcome, digest, coalesce(shape = 'per_period', false) as per_period
             , parts, rows, bytes, attempted_at, imported_at, restated_at, problem
          from report_import
        """;

    /** Why the own report of a day that is stored is asked for again. */
    private static final String DIFFERS = "the 28-day report has other figures";

    private final Database database;

    ReportImportStore(Database database) {
        this.database = database;
    }

    @Nullable
    public LedgerEntry find(long organizationId, ReportKind kind, LocalDate day) {
        return database.first(
                ENTRY + " where org_id = ? and kind = ? and day = ?",
                ReportImportStore::entry,
                organizationId,
                kind.text(),
                day);
    }

    /** Newest day first. */
    List<LedgerEntry> since(long organizationId, LocalDate day) {
        return database.list(
                ENTRY + " where org_id = ? and day >= ? order by day desc, kind",
                ReportImportStore::entry,
                organizationId,
                day);
    }

    /** Imported reports of a kind that cover a day, latest import first. */
    public List<LedgerEntry> covering(long organizationId, ReportKind kind, LocalDate day) {
        return database.list(ENTRY + """
             where org_id = ? and kind = ? and first_day <= ? and day >= ? and outcome = 'imported'
             order by imported_at desc
            """, ReportImportStore::entry, organizationId, kind.text(), day, day);
    }

    /** Days from {@code first} to {@code last} that were imported from their own 1-day report. */
    public List<LocalDate> importedDays(long organizationId, ReportKind kind, LocalDate first, LocalDate last) {
        return database.list("""
            select day from report_import
             where org_id = ? and kind = ? and day between ? and ? and outcome = 'imported'
            """, row -> row.date("day"), organizationId, kind.text(), first, last);
    }

    /** Reports with people in them whose files are kept. */
    public List<LedgerEntry> archivedWithPeople(long organizationId) {
        return database.list(ENTRY + """
             where org_id = ? and outcome = 'imported'
               and kind in ('users-1-day', 'users-28-day', 'user-teams-1-day')
             order by day desc
            """, ReportImportStore::entry, organizationId);
    }

    /** Held until the transaction ends: one import of an organization at a time. */
    public void lock(long organizationId) {
        database.list(
                "select cast(pg_advisory_xact_lock(hashtextextended('flightlog usage ' || ?, 0)) as text) as locked",
                _ -> true,
                Long.toString(organizationId));
    }

    /** An attempt that brought nothing. What was imported before stays imported. */
    public void attempted(
            long organizationId,
            ReportKind kind,
            LocalDate day,
            LocalDate firstDay,
            LedgerEntry.Outcome outcome,
            @Nullable String problem,
            Instant now) {
        database.update(
                """
                insert into report_import as known (org_id, kind, day, first_day, outcome, attempted_at, problem)
                values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (org_id, kind, day) do update
                   set outcome = case known.outcome when 'imported' then known.outcome else excluded.outcome end
                     , attempted_at = excluded.attempted_at
                     , problem = excluded.problem
                """, organizationId, kind.text(), day, firstDay, outcome.name().toLowerCase(Locale.ROOT), now, problem);
    }

    /** The report is the one that is stored. */
    public void unchanged(long organizationId, ReportKind kind, LocalDate day, Instant now) {
        database.update(
                "update report_import set attempted_at = ?, problem = null where org_id = ? and kind = ? and day = ?",
                now,
                organizationId,
                kind.text(),
                day);
    }

    /** The report was loaded, in this transaction. */
    public void imported(
            long organizationId, ReportKind kind, LocalDate day, LocalDate firstDay, Loaded loaded, Instant now) {
        database.update(
                """
                insert into report_import as known (
                    org_id, kind, day, first_day, outcome, shape, digest, parts, rows, bytes
                  , attempted_at, imported_at, unknown_fields, left_out_rows, left_out_values, left_out_problem)
                values (?, ?, ?, ?, 'imported', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (org_id, kind, day) do update
                   set outcome         = excluded.outcome
                     , first_day       = excluded.first_day
                     , shape           = excluded.shape
                     , previous_digest = case when known.digest <> excluded.digest then known.digest
                                              else known.previous_digest end
                     , restated_at     = case when known.digest <> excluded.digest then excluded.imported_at
                                              else known.restated_at end
                     , erased_people   = case when known.digest <> excluded.digest then 0
                                              else known.erased_people end
                     , digest          = excluded.digest
                     , parts           = excluded.parts
                     , rows            = excluded.rows
                     , bytes           = excluded.bytes
                     , attempted_at    = excluded.attempted_at
                     , imported_at     = excluded.imported_at
                     , problem         = null
                     , unknown_fields  = excluded.unknown_fields
                     , left_out_rows    = excluded.left_out_rows
                     , left_out_values  = excluded.left_out_values
                     , left_out_problem = excluded.left_out_problem
                """,
                organizationId,
                kind.text(),
                day,
                firstDay,
                loaded.perPeriod() ? "per_period" : "per_day",
                loaded.digest(),
                loaded.parts(),
                loaded.rows(),
                loaded.bytes(),
                now,
                now,
                loaded.unknownFields(),
                loaded.leftOut().rows(),
                loaded.leftOut().values(),
                loaded.leftOut().problem());
    }

    /** The 28-day report has other figures for this day than its own report, so that one is read again. */
    public void differs(long organizationId, LocalDate day) {
        database.update(
                "update report_import set problem = ? where org_id = ? and kind = 'users-1-day' and day = ?",
                DIFFERS,
                organizationId,
                day);
    }

    /** Days that {@link #differs} was said of and that were not asked for since. */
    Set<LocalDate> differing(long organizationId, LocalDate since) {
        return Set.copyOf(database.list(
                "select day from report_import where org_id = ? and kind = 'users-1-day' and day >= ? and problem = ?",
                row -> row.date("day"),
                organizationId,
                since,
                DIFFERS));
    }

    /** One sentence about rows and values that were left out of the reports of days since; null where none were. */
    @Nullable
    String leftOut(long organizationId, LocalDate since) {
        return database.first("""
            select 'Left out of GitHub''s reports: ' || sum(left_out_rows)
                   || case sum(left_out_rows) when 1 then ' row and ' else ' rows and ' end || sum(left_out_values)
                   || case sum(left_out_values) when 1 then ' value' else ' values' end || '; the first: '
                   || (array_agg(kind || ' of ' || day || ', ' || left_out_problem order by day desc, kind))[1]
                   || '.' as sentence
              from report_import
             where org_id = ? and day >= ? and outcome = 'imported' and left_out_problem is not null
            having count(*) > 0
            """, row -> row.text("sentence"), organizationId, since);
    }

    /** As if what is here of these days had been asked for on the day itself, so that the history job asks again. */
    int readAgain(long organizationId, LocalDate since) {
        return database.update("""
            update report_import set attempted_at = day::timestamp at time zone 'utc'
             where org_id = ? and day >= ? and kind like '%-1-day'
            """, organizationId, since);
    }

    /** Some people's rows were taken out of the archive of a report. */
    public void erased(long organizationId, ReportKind kind, LocalDate day, int people) {
        database.update("""
            update report_import set erased_people = erased_people + ?
             where org_id = ? and kind = ? and day = ?
            """, people, organizationId, kind.text(), day);
    }

    /** The archive of a report is gone; what was loaded from it stays. */
    public void unarchived(long organizationId, ReportKind kind, LocalDate day) {
        database.update(
                "update report_import set parts = 0 where org_id = ? and kind = ? and day = ?",
                organizationId,
                kind.text(),
                day);
    }

    private static LedgerEntry entry(Row row) throws SQLException {
        return new LedgerEntry(
                ReportKind.of(row.text("kind")),
                row.date("day"),
                row.date("first_day"),
                LedgerEntry.Outcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
                row.textOrNull("digest"),
                row.flag("per_period"),
                row.integer("parts"),
                row.number("rows"),
                row.number("bytes"),
                row.instant("attempted_at"),
                row.instantOrNull("imported_at"),
                row.instantOrNull("restated_at"),
                row.textOrNull("problem"));
    }

    /** What the ledger keeps of a report that was loaded. */
    public record Loaded(
            String digest,
            int parts,
            long rows,
            long bytes,
            boolean perPeriod,
            List<String> unknownFields,
            LeftOut leftOut) {}
}
