package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.Database;
import dev.flightlog.summary.TeamFigures.Team;
import jakarta.inject.Singleton;
import java.util.List;

/** Numbers of teams in a week. */
@Singleton
class TeamStore {
    private final Database database;

    TeamStore(Database database) {
        this.database = database;
    }

    /** Numbers of every team that has some in the week, in the order of their names, as they are: not all may be shown. */
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
                                row.integerOrNull("active_before"),
                                null)),
                org,
                week.monday());
    }

    /** A team's numbers by its id. */
    record TeamNumbers(long id, Team team) {}
}
