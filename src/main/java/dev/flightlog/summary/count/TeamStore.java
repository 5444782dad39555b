package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.Database;
import dev.flightlog.summary.TeamFigures.Team;
import dev.flightlog.summary.TeamVisibility;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Teams with the people in them who hold a seat, now and in a week, and their numbers. */
@Singleton
public class TeamStore {
    private final Database database;

    TeamStore(Database database) {
        this.database = database;
    }

    /** Ids of everybody who holds a seat now. */
    public Set<Long> seatHolders(long org) {
        return Set.copyOf(database.list(
                "select person_id from seat where org_id = ? and ended_at is null",
                row -> row.number("person_id"),
                org));
    }

    /** All teams as they are now. */
    public List<TeamVisibility.Team> now(long org) {
        Map<Long, Set<Long>> members = members("""
            select team_id, person_id from team_member
            join seat using (org_id, person_id)
            where org_id = ? and seat.ended_at is null
            """, org);
        return database.list(
                "select team_id, parent_id from team where org_id = ? order by team_id",
                row -> team(row.number("team_id"), row.numberOrNull("parent_id"), members),
                org);
    }

    /**
     * Teams as they were in a week, by the reports: whoever was a member on a day of it, with a seat that had not ended.
     * When the seat began is not asked: a post counts a team by its seats, those of newcomers too.
     */
    public List<TeamVisibility.Team> in(long org, IsoWeek week) {
        Map<Long, Set<Long>> members = members(SEATED, org, week.monday(), week.sunday(), true);
        return database.list(
                """
                select usage_week.team_id, team.parent_id from usage_week
                left join team using (org_id, team_id)
                where org_id = ? and week = ? and team_id <> 0
                """, row -> team(row.number("team_id"), row.numberOrNull("parent_id"), members), org, week.monday());
    }

    /** Teams as they were on a day, by the reports: its members who held a seat on that very day. */
    public List<TeamVisibility.Team> on(long org, LocalDate day) {
        Map<Long, Set<Long>> members = members(SEATED, org, day, day, false);
        return database.list("""
            select usage_day.team_id, team.parent_id from usage_day
            left join team using (org_id, team_id)
            where org_id = ? and day = ? and team_id <> 0
            """, row -> team(row.number("team_id"), row.numberOrNull("parent_id"), members), org, day);
    }

    /**
     * Members of some days who held a seat then, as far as that is known; true for newcomers' seats too. A team has the
     * same members on most days, so that lists of members are looked at, and not days.
     */
    private static final String SEATED = """
        with listed as (
            select org_id, team_id, person_ids, min(day) as first, max(day) as last
            from usage_team_day
            where org_id = ? and day between ? and ?
            group by org_id, team_id, person_ids
        )
        select distinct listed.team_id, member.person_id
        from listed
        cross join unnest(listed.person_ids) as member (person_id)
        join seat_held held
          on held.org_id = listed.org_id and held.person_id = member.person_id
         and (? or held.since <= listed.last) and held.until >= listed.first
        left join seat_pause pause
          on pause.org_id = listed.org_id and pause.person_id = member.person_id
         and pause.since <= listed.first and pause.until >= listed.last
        where pause.person_id is null
        """;

    /**
     * For each day of some what decides who was in which team with a seat: days with the same text have the same teams.
     * Without it every day of a year would be decided anew, though members seldom change.
     */
    public Map<LocalDate, String> likeness(long org, LocalDate first, LocalDate last) {
        Map<LocalDate, String> likeness = new HashMap<>();
        database.each(
                """
                select days.day, days.members || ' ' || (
                    select count(*) || ' ' || count(*) filter (where until < days.day) from seat_held
                    where seat_held.org_id = ? and since <= days.day
                ) || ' ' || (
                    select coalesce(string_agg(person_id::text, ',' order by person_id), '') from seat_pause
                    where seat_pause.org_id = ? and days.day between since and until
                ) as likeness
                from (
                    select day, md5(string_agg(team_id || ':' || person_ids::text, ';' order by team_id)) as members
                    from usage_team_day
                    where org_id = ? and day between ? and ?
                    group by day
                ) as days
                """,
                row -> Map.entry(row.date("day"), row.text("likeness")),
                entry -> likeness.put(entry.getKey(), entry.getValue()),
                org,
                org,
                org,
                first,
                last);
        return likeness;
    }

    /** Numbers of every team that has some in the week, in the order of their names; they are not all to be shown. */
    List<TeamNumbers> numbers(long org, IsoWeek week) {
        return database.list(
                """
                select team.team_id, team.slug, team.name, now.active_people, now.agent_people
                     , now.completion_generations, now.completion_acceptances, now.ai_credits
                     , before.active_people as active_before
                     , (select count(*) from team_member
                        join seat using (org_id, person_id)
                        where team_member.org_id = team.org_id and team_member.team_id = team.team_id
                          and seat.ended_at is null) as seats
                from team
                join usage_week now using (org_id, team_id)
                left join usage_week before
                  on before.org_id = now.org_id and before.team_id = now.team_id
                 and before.week = now.week - 7 and before.days = now.days
                where team.org_id = ? and now.week = ?
                order by lower(team.name), team.slug
                """,
                row -> new TeamNumbers(
                        row.number("team_id"),
                        new Team(
                                row.text("slug"),
                                row.text("name"),
                                row.integer("seats"),
                                row.integer("active_people"),
                                row.integer("agent_people"),
                                row.number("completion_generations"),
                                row.number("completion_acceptances"),
                                row.decimal("ai_credits"),
                                row.integerOrNull("active_before"))),
                org,
                week.monday());
    }

    private Map<Long, Set<Long>> members(String sql, Object... parameters) {
        Map<Long, Set<Long>> members = new HashMap<>();
        database.each(
                sql,
                row -> new Member(row.number("team_id"), row.number("person_id")),
                member -> members.computeIfAbsent(member.team(), _ -> new HashSet<>())
                        .add(member.person()),
                parameters);
        return members;
    }

    private static TeamVisibility.Team team(long id, @Nullable Long parent, Map<Long, Set<Long>> members) {
        return new TeamVisibility.Team(id, parent, members.getOrDefault(id, Set.of()));
    }

    private record Member(long team, long person) {}

    /** A team's numbers by its id. */
    record TeamNumbers(long id, Team team) {}
}
