package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.summary.ActiveDay;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Phase;
import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeekFigures.PullRequests;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts of the organization for the weekly summary. Distinct people come from distinct rows and are never added up. */
@Singleton
public class SummaryStore {
    private final Database database;

    SummaryStore(Database database) {
        this.database = database;
    }

    /** Those of the weeks that have data, oldest first. */
    List<WeekFigures> weeks(long org, Collection<IsoWeek> weeks) {
        return database.list(
                """
                select usage_week.*, held.seats, merged.written, merged.reviewed
                from usage_week
                left join lateral (
                    select seats from seat_day
                    where seat_day.org_id = usage_week.org_id and day between week and week + 6
                    order by day desc limit 1
                ) held on true
                left join lateral (
                    -- the organization's report comes in a file of its own, which may be late
                    select sum(merged_created_by_copilot)::int  as written
                         , sum(merged_reviewed_by_copilot)::int as reviewed
                    from usage_organization_report_day report
                    where report.org_id = usage_week.org_id and report.day between week and week + 6
                    having count(*) >= usage_week.days
                ) merged on true
                where org_id = ? and team_id = 0 and week = any(?::date[])
                order by week
                """,
                SummaryStore::week,
                org,
                weeks.stream().map(IsoWeek::monday).toList());
    }

    /** How many of those who held a seat at the end of a week were active in it; only of a week in which seats were read. */
    int seatsUsedOfThen(long org, IsoWeek week) {
        return database.one(
                """
                select count(*) as used
                from (select max(day) as day from seat_day where org_id = ? and day between ? and ?) listed
                join seat on seat.org_id = ? and (seat.first_seen_at at time zone 'utc')::date <= listed.day
                  and (seat.ended_at is null or (seat.ended_at at time zone 'utc')::date > listed.day)
                where not exists (
                    -- the day of the listing without the seat is not in the pause
                    select from seat_pause pause
                    where pause.org_id = seat.org_id and pause.person_id = seat.person_id
                      and listed.day between pause.since - 1 and pause.until)
                  and exists (
                    select from usage_user_day day
                    where day.org_id = seat.org_id and day.person_id = seat.person_id and day.active
                      and day.day between ? and ?)
                """, row -> row.integer("used"), org, week.monday(), week.sunday(), org, week.monday(), week.sunday());
    }

    /** How many of those who hold a seat now were active in the week. */
    int seatsUsedOfNow(long org, IsoWeek week) {
        return database.one("""
            select count(*) as used from seat
            where org_id = ? and ended_at is null and exists (
                select 1 from usage_user_day day
                where day.org_id = seat.org_id and day.person_id = seat.person_id and day.active
                  and day.day between ? and ?)
            """, row -> row.integer("used"), org, week.monday(), week.sunday());
    }

    /** Published days with how many people were active, oldest first. */
    public List<ActiveDay> activeDays(long org, LocalDate first, LocalDate last) {
        return database.list(
                """
                select day, active_people from usage_day
                where org_id = ? and team_id = 0 and day between ? and ? order by day
                """, row -> new ActiveDay(row.date("day"), row.integer("active_people")), org, first, last);
    }

    /** First and last day with data; null where there is none. */
    @Nullable
    public Span span(long org) {
        return database.first("""
            select min(day) as first, max(day) as last from usage_day
            where org_id = ? and team_id = 0 having min(day) is not null
            """, row -> new Span(row.date("first"), row.date("last")), org);
    }

    /** Since when the organization may be read: its installation, or the end of its last suspension or removal. */
    public Instant activeSince(long org) {
        return database.one(
                "select state_since from organization where org_id = ?", row -> row.instant("state_since"), org);
    }

    /** Days of a week of which GitHub changed a report after it was read. */
    List<Restated> restated(long org, IsoWeek week) {
        return database.list(
                """
                select day, max(restated_at) as at
                from report_import
                where org_id = ? and day between ? and ? and restated_at is not null
                  and kind in ('users-1-day', 'organization-1-day', 'user-teams-1-day')
                group by day order by day
                """, row -> new Restated(row.date("day"), row.instant("at")), org, week.monday(), week.sunday());
    }

    /**
     * Days of a week that were not asked for since they were due (GitHub publishes a day within two full UTC days), whose
     * report could not be understood, or of which the organization's own report is here: of none can be said that GitHub
     * has nothing.
     */
    List<LocalDate> notAsked(long org, IsoWeek week) {
        return database.list("""
            select asked.day::date as day
              from generate_series(?::date, ?::date, interval '1 day') asked(day)
             where not exists (
                   select from report_import report
                    where report.org_id = ? and report.kind = 'users-1-day' and report.day = asked.day::date
                      and report.outcome <> 'failed'
                      and not exists (
                          select from report_import whole
                           where whole.org_id = report.org_id and whole.day = report.day
                             and whole.kind = 'organization-1-day' and whole.outcome = 'imported')
                      and report.attempted_at >= (asked.day::date + 3)::timestamp at time zone 'utc')
             order by 1
            """, row -> row.date("day"), week.monday(), week.sunday(), org);
    }

    /** Days of a week of which is known who was in which team, with when that was read last. */
    Map<LocalDate, Instant> teams(long org, IsoWeek week) {
        return database
                .list("""
                    select day, imported_at as at from report_import
                    where org_id = ? and kind = 'user-teams-1-day' and day between ? and ? and imported_at is not null
                      and exists (
                          select from usage_team_day team
                          where team.org_id = report_import.org_id and team.day = report_import.day)
                    """, row -> Map.entry(row.date("day"), row.instant("at")), org, week.monday(), week.sunday())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When each day of a week was read last. */
    Map<LocalDate, Instant> imported(long org, IsoWeek week) {
        return database
                .list("""
                    select day, max(imported_at) as at from report_import
                    where org_id = ? and kind = 'users-1-day' and day between ? and ? and imported_at is not null
                    group by day
                    """, row -> Map.entry(row.date("day"), row.instant("at")), org, week.monday(), week.sunday())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * All four dimensions, also those without rows: the sum of what each day may show, so that the period shows nothing that
     * its days do not. A value is among the others on days on which too few people are behind it.
     */
    public List<Breakdown> breakdowns(
            long org, LocalDate first, LocalDate last, Function<LocalDate, Suppressed> shown) {
        List<LocalDate> withData =
                activeDays(org, first, last).stream().map(ActiveDay::day).toList();
        return Arrays.stream(Dimension.values())
                .map(dimension -> ShownParts.of(dimension, parts(org, first, last, dimension, withData), shown))
                .toList();
    }

    private Map<LocalDate, List<ShownParts.Counted>> parts(
            long org, LocalDate first, LocalDate last, Dimension dimension, List<LocalDate> withData) {
        Map<LocalDate, List<ShownParts.Counted>> days = new TreeMap<>();
        withData.forEach(day -> days.put(day, new ArrayList<>()));
        database.each(
                """
                select day, value, interactions, generations, loc_added, coalesce(people, 0) as people
                from usage_breakdown_day
                where org_id = ? and team_id = 0 and day between ? and ? and dimension = ?
                order by day, value
                """,
                row -> days.computeIfAbsent(row.date("day"), _ -> new ArrayList<>())
                        .add(new ShownParts.Counted(
                                new Breakdown.Part(
                                        row.text("value"),
                                        row.number("interactions"),
                                        row.number("generations"),
                                        row.number("loc_added")),
                                row.integer("people"))),
                _ -> {},
                org,
                first,
                last,
                dimension.key());
        return days;
    }

    /** Adoption phases on the last day of the week that has them. */
    List<Phase> phases(long org, IsoWeek week) {
        return database.list(
                """
                select phase_number, phase, users_28d, engaged_users
                from usage_phase_day
                where org_id = ? and day = (
                    select max(day) from usage_phase_day where org_id = ? and day between ? and ?)
                order by phase_number
                """,
                row -> new Phase(
                        row.integer("phase_number"),
                        row.text("phase"),
                        row.integerOrNull("users_28d"),
                        row.integerOrNull("engaged_users")),
                org,
                org,
                week.monday(),
                week.sunday());
    }

    private static WeekFigures week(Row row) throws SQLException {
        Integer written = row.integerOrNull("written");
        Integer reviewed = row.integerOrNull("reviewed");
        return new WeekFigures(
                IsoWeek.of(row.date("week")),
                row.integer("days"),
                row.integerOrNull("seats"),
                row.integer("active_people"),
                row.integer("agent_people"),
                row.integer("chat_people"),
                row.integer("cli_people"),
                row.number("completion_generations"),
                row.number("completion_acceptances"),
                row.decimal("ai_credits"),
                written == null && reviewed == null
                        ? null
                        : new PullRequests(written == null ? 0 : written, reviewed == null ? 0 : reviewed),
                null,
                null);
    }

    /** First and last day with data. */
    public record Span(LocalDate first, LocalDate last) {}

    /** A day, and when GitHub was seen to have changed it. */
    public record Restated(LocalDate day, Instant at) {}
}
