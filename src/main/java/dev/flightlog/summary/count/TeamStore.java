package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.Database;
import dev.flightlog.summary.TeamFigures.Team;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers of teams in a week. */
@Singleton
class TeamStore {
    private final Database database;

    TeamStore(Database database) {
        this.database = database;
    }

    /**
     * Numbers of every team that has some in the week, in the order of their names, as they are: not all may be shown.
     * Without seats.
     */
    List<TeamNumbers> numbers(long org, IsoWeek week) {
        return database.list(
                """
                select team.team_id, team.slug, team.name, now.active_people, now.agent_people
                     , now.completion_generations, now.completion_acceptances, now.ai_credits
                     , before.active_people as active_before
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
                                null,
                                row.integer("active_people"),
                                row.integer("agent_people"),
                                row.number("completion_generations"),
                                row.number("completion_acceptances"),
                                row.decimal("ai_credits"),
                                row.integerOrNull("active_before"),
                                null)),
                org,
                week.monday());
    }

    /** How many people of each team hold a seat now, by the team's id; teams without any are left out. */
    Map<Long, Integer> seatsNow(long org) {
        return seats("""
            select team_id, count(*)::int as seats
            from team_member
            join seat using (org_id, person_id)
            where org_id = ? and ended_at is null
            group by team_id
            """, org);
    }

    /**
     * How many people of each team held a seat at the end of a week, by the team's id: by the last report of the week that
     * names them, and the seats of that day. Nothing where seats were not read then, because who gave a seat back since
     * is in no listing.
     */
    Map<Long, Integer> seatsAtEndOf(long org, IsoWeek week) {
        return seats("""
            select latest.team_id, count(distinct held.person_id)::int as seats
            from (select distinct on (team_id) team_id, person_ids from usage_team_day
                  where org_id = ? and day between ? and ? order by team_id, day desc) latest
            cross join unnest(latest.person_ids) as member (person_id)
            join seat_held held on held.org_id = ? and held.person_id = member.person_id
            left join seat_pause pause
              on pause.org_id = held.org_id and pause.person_id = held.person_id
             and ? between pause.since and pause.until
            where ? between held.since and held.until and pause.person_id is null
              and exists (select from seat_day where org_id = ? and day <= ?)
            group by latest.team_id
            """, org, week.monday(), week.sunday(), org, week.sunday(), week.sunday(), org, week.sunday());
    }

    private Map<Long, Integer> seats(String sql, Object... parameters) {
        Map<Long, Integer> seats = new HashMap<>();
        database.each(
                sql,
                row -> Map.entry(row.number("team_id"), row.integer("seats")),
                team -> seats.put(team.getKey(), team.getValue()),
                parameters);
        return seats;
    }

    /** A team's numbers by its id. */
    record TeamNumbers(long id, Team team) {}
}
