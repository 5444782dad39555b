package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.summary.text.SummaryJson;
import dev.flightlog.summary.text.SummaryText;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weekly summaries as they were made and posted. */
@Singleton
class SummaryWeekStore {
    private final Database database;

    SummaryWeekStore(Database database) {
        this.database = database;
    }

    @Nullable
    SummaryWeek find(long org, IsoWeek week) {
        return database.first(
                "select * from summary_week where org_id = ? and week = ?",
                SummaryWeekStore::summaryWeek,
                org,
                week.monday());
    }

    /** The newest week with a post that is older than this one. */
    @Nullable
    SummaryWeek postedBefore(long org, IsoWeek week) {
        return database.first("""
            select * from summary_week
            where org_id = ? and week < ? and post_url is not null order by week desc limit 1
            """, SummaryWeekStore::summaryWeek, org, week.monday());
    }

    /** The newest week with a post. */
    @Nullable
    SummaryWeek latestPosted(long org) {
        return database.first(
                "select * from summary_week where org_id = ? and post_url is not null order by week desc limit 1",
                SummaryWeekStore::summaryWeek,
                org);
    }

    boolean anyPosted(long org) {
        return database.exists("select 1 from summary_week where org_id = ? and posted_at is not null", org);
    }

    /** Posted weeks of which a day was read, or read again, after they were made, newest first. */
    List<IsoWeek> outdated(long org) {
        return database.list("""
            select week from summary_week made
            where org_id = ? and posted_at is not null and exists (
                select 1 from report_import report
                where report.org_id = made.org_id and report.day between week and week + 6
                  and report.kind in ('users-1-day', 'organization-1-day', 'user-teams-1-day')
                  and greatest(report.imported_at, report.restated_at) > made.made_at)
            order by week desc
            """, row -> IsoWeek.of(row.date("week")), org);
    }

    void save(long org, WeeklySummary summary, SummaryText text, Instant madeAt) {
        database.update(
                """
                insert into summary_week (org_id, week, title, markdown, figures, made_at, policy_commit)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (org_id, week) do update
                set title         = excluded.title
                  , markdown      = excluded.markdown
                  , figures       = excluded.figures
                  , made_at       = excluded.made_at
                  , policy_commit = excluded.policy_commit
                """,
                org,
                summary.week().monday(),
                text.title(),
                text.body(),
                SummaryJson.write(summary),
                madeAt,
                summary.provenance().policyCommit());
    }

    void posted(long org, IsoWeek week, @Nullable URI post, Instant at) {
        database.update("""
            update summary_week set posted_at = coalesce(posted_at, ?), post_url = ?
            where org_id = ? and week = ?
            """, at, post == null ? null : post.toString(), org, week.monday());
    }

    private static SummaryWeek summaryWeek(Row row) throws SQLException {
        String post = row.textOrNull("post_url");
        return new SummaryWeek(
                SummaryJson.read(row.text("figures")),
                new SummaryText(row.text("title"), row.text("markdown")),
                row.instant("made_at"),
                row.instantOrNull("posted_at"),
                post == null ? null : URI.create(post));
    }
}
