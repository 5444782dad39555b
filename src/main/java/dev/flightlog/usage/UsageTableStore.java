package dev.flightlog.usage;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Usage by week of teams, and by day of the organization. What of it may be shown is decided elsewhere. */
@Singleton
public class UsageTableStore {
    private final Database database;

    UsageTableStore(Database database) {
        this.database = database;
    }

    /** The latest week with data that is over; the one that runs where data only just begin, null before that. */
    @Nullable
    public IsoWeek latestWeek(long org, Instant now) {
        return database.first("""
            select week from usage_week
            where org_id = ? and team_id = 0
            order by (week + 7)::timestamp at time zone 'utc' <= ? desc, week desc
            limit 1
            """, row -> IsoWeek.of(row.date("week")), org, now);
    }

    /** A team's weeks from this day's on, oldest first. */
    public List<TeamWeek> weeksOf(long org, long team, LocalDate since) {
        return database.list("""
            select usage_week.*, team.slug, team.name
            from usage_week join team using (org_id, team_id)
            where org_id = ? and team_id = ? and week >= date_trunc('week', ?::date)::date
            order by week
            """, row -> week(row, 0), org, team, since);
    }

    /** Every team's weeks between two, both included, by slug and week. */
    public List<TeamWeek> weeks(long org, IsoWeek first, IsoWeek last) {
        Map<Long, Integer> seats = seats(org);
        return database.list(
                """
                select usage_week.*, team.slug, team.name
                from usage_week
                join team using (org_id, team_id)
                where org_id = ? and week between ? and ?
                order by lower(team.slug), week
                """,
                row -> week(row, seats.getOrDefault(row.number("team_id"), 0)),
                org,
                first.monday(),
                last.monday());
    }

    /** How many people of each team hold a seat now, by the team's id; counted once, and not for each week. */
    private Map<Long, Integer> seats(long org) {
        Map<Long, Integer> seats = new HashMap<>();
        database.list("""
            select team_id, count(*) as seats
            from team_member join seat using (org_id, person_id)
            where org_id = ? and seat.ended_at is null
            group by team_id
            """, row -> Map.entry(row.number("team_id"), row.integer("seats")), org)
                .forEach(team -> seats.put(team.getKey(), team.getValue()));
        return seats;
    }

    /** How many people of a team hold a seat now. */
    public int seats(long org, long team) {
        return database.one("""
            select count(*) as seats from team_member join seat using (org_id, person_id)
            where org_id = ? and team_id = ? and seat.ended_at is null
            """, row -> row.integer("seats"), org, team);
    }

    /** The organization's days from this one on, oldest first, as cells in the order of {@link #DAY_COLUMNS}. */
    public List<List<Object>> days(long org, LocalDate since) {
        return database.list(
                "select * from usage_day where org_id = ? and team_id = 0 and day >= ? order by day",
                UsageTableStore::day,
                org,
                since);
    }

    public static final List<String> DAY_COLUMNS = List.of(
            "day",
            "active_people",
            "agent_people",
            "chat_people",
            "cli_people",
            "interactions",
            "generations",
            "acceptances",
            "completion_generations",
            "completion_acceptances",
            "loc_suggested_to_add",
            "loc_added",
            "loc_deleted",
            "ai_credits");

    private static List<Object> day(Row row) throws SQLException {
        return List.of(
                row.date("day"),
                row.number("active_people"),
                row.number("agent_people"),
                row.number("chat_people"),
                row.number("cli_people"),
                row.number("interactions"),
                row.number("generations"),
                row.number("acceptances"),
                row.number("completion_generations"),
                row.number("completion_acceptances"),
                row.number("loc_suggested_to_add"),
                row.number("loc_added"),
                row.number("loc_deleted"),
                row.decimal("ai_credits").stripTrailingZeros().toPlainString());
    }

    private static TeamWeek week(Row row, int seats) throws SQLException {
        return new TeamWeek(
                row.number("team_id"),
                row.text("slug"),
                row.text("name"),
                IsoWeek.of(row.date("week")),
                row.integer("days"),
                seats,
                row.integer("active_people"),
                row.integer("agent_people"),
                row.integer("chat_people"),
                row.integer("cli_people"),
                row.number("completion_generations"),
                row.number("completion_acceptances"),
                row.number("loc_added"),
                row.decimal("ai_credits"));
    }
}
