package dev.flightlog.usage;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Usage over time of the organization (team 0) and of teams. What of it may be shown is decided elsewhere. Both ends of
 * a span are included; a day, week or month without data is left out.
 */
@Singleton
public class UsageSeriesStore {
    /** The team id of the organization as a whole. */
    public static final long ORGANIZATION = 0;

    private final Database database;

    UsageSeriesStore(Database database) {
        this.database = database;
    }

    /** By day, oldest first. */
    public List<UsagePoint> days(long org, long team, LocalDate first, LocalDate last) {
        return database.list("""
            select usage_day.*, usage_day.day as since, 1 as days, cloud.people as cloud_people
            from usage_day
            left join (
                select day, count(*)::int as people
                from usage_user_day
                where org_id = ? and day between ? and ? and used_cloud_agent
                group by day
            ) cloud on cloud.day = usage_day.day
            where usage_day.org_id = ? and team_id = ? and usage_day.day between ? and ?
            order by usage_day.day
            """, row -> point(row, team), org, first, last, org, team, first, last);
    }

    /** By ISO week, oldest first; the weeks of both ends are whole. */
    public List<UsagePoint> weeks(long org, long team, LocalDate first, LocalDate last) {
        return database.list("""
            select usage_week.*, usage_week.week as since, cloud.people as cloud_people
            from usage_week
            left join (
                select date_trunc('week', day)::date as week, count(distinct person_id)::int as people
                from usage_user_day
                where org_id = ? and day between date_trunc('week', ?::date) and date_trunc('week', ?::date) + interval '6 days'
                  and used_cloud_agent
                group by 1
            ) cloud on cloud.week = usage_week.week
            where usage_week.org_id = ? and team_id = ?
              and usage_week.week between date_trunc('week', ?::date)::date and ?
            order by usage_week.week
            """, row -> point(row, team), org, first, last, org, team, first, last);
    }

    /** By calendar month, oldest first, of the organization; a month that was not counted yet is left out. */
    public List<UsagePoint> months(long org, LocalDate first, LocalDate last) {
        return database.list("""
            select usage_month.month as since
                 , usage_month.days
                 , active_people
                 , chat_people
                 , agent_people
                 , cli_people
                 , app_people
                 , cloud_agent_people as cloud_people
                 , completion_generations
                 , completion_acceptances
                 , loc_added
                 , ai_credits
            from usage_month
            join (
                select date_trunc('month', day)::date as month
                     , sum(completion_generations) as completion_generations
                     , sum(completion_acceptances) as completion_acceptances
                     , sum(loc_added) as loc_added
                     , sum(ai_credits) as ai_credits
                from usage_day
                where org_id = ? and team_id = 0
                  and day between date_trunc('month', ?::date)
                      and date_trunc('month', ?::date) + interval '1 month - 1 day'
                group by 1
            ) sums on sums.month = usage_month.month
            where usage_month.org_id = ?
            order by usage_month.month
            """, row -> point(row, ORGANIZATION), org, first, last, org);
    }

    /** Adoption phases on the last day of each week that has them, oldest first. */
    public List<PhaseDay> phases(long org, LocalDate first, LocalDate last) {
        return database.list(
                """
                select day, phase_number, phase, users_28d, engaged_users
                from usage_phase_day
                where org_id = ? and day in (
                    select max(day) from usage_phase_day
                    where org_id = ? and day between ? and ?
                    group by date_trunc('week', day))
                order by day, phase_number
                """,
                row -> new PhaseDay(
                        row.date("day"),
                        row.integer("phase_number"),
                        row.text("phase"),
                        row.integerOrNull("users_28d"),
                        row.integerOrNull("engaged_users")),
                org,
                org,
                first,
                last);
    }

    /** Pull requests by repository, most created first. */
    public List<RepositoryUsage> repositories(long org, LocalDate first, LocalDate last) {
        return database.list(
                """
                select (array_agg(name order by day desc))[1] as name
                     , (array_agg(visibility order by day desc))[1] as visibility
                     , sum(pull_requests_created)::int as created
                     , sum(created_by_copilot)::int as created_by_copilot
                     , sum(pull_requests_reviewed)::int as reviewed
                     , sum(reviewed_by_copilot)::int as reviewed_by_copilot
                     , sum(pull_requests_merged)::int as merged
                     , sum(merged_created_by_copilot)::int as merged_created
                     , sum(merged_reviewed_by_copilot)::int as merged_reviewed
                     , percentile_cont(0.5) within group (order by median_minutes_to_merge)::numeric as minutes
                from usage_repository_day
                where org_id = ? and day between ? and ?
                group by repository_id
                order by created desc, name
                """,
                row -> new RepositoryUsage(
                        row.text("name"),
                        row.text("visibility"),
                        row.integer("created"),
                        row.integer("created_by_copilot"),
                        row.integer("reviewed"),
                        row.integer("reviewed_by_copilot"),
                        row.integer("merged"),
                        row.integer("merged_created"),
                        row.integer("merged_reviewed"),
                        row.textOrNull("minutes") == null
                                ? null
                                : Double.valueOf(row.decimal("minutes").doubleValue())),
                org,
                first,
                last);
    }

    /** One person's days with a row in the reports, newest first. */
    public List<PersonDay> person(long org, long person, LocalDate first, LocalDate last) {
        return database.list("""
            select * from usage_user_day
            where org_id = ? and person_id = ? and day between ? and ?
            order by day desc
            """, UsageSeriesStore::personDay, org, person, first, last);
    }

    private static PersonDay personDay(Row row) throws SQLException {
        return new PersonDay(
                row.date("day"),
                row.flag("active"),
                row.flag("used_agent"),
                row.flag("used_chat"),
                row.flag("used_cli"),
                row.flag("used_app"),
                row.number("interactions"),
                row.number("completion_generations"),
                row.number("completion_acceptances"),
                row.number("loc_added"),
                row.decimal("ai_credits"));
    }

    private static UsagePoint point(Row row, long team) throws SQLException {
        Integer cloud = row.integerOrNull("cloud_people");
        return new UsagePoint(
                row.date("since"),
                row.integer("days"),
                row.integer("active_people"),
                row.integer("chat_people"),
                row.integer("agent_people"),
                row.integer("cli_people"),
                row.integer("app_people"),
                team == ORGANIZATION ? Integer.valueOf(cloud == null ? 0 : cloud) : null,
                row.number("completion_generations"),
                row.number("completion_acceptances"),
                row.number("loc_added"),
                row.decimal("ai_credits"));
    }
}
