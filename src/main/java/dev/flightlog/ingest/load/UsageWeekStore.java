package dev.flightlog.ingest.load;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongIntMap;
import dev.flightlog.database.BinaryRows;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Makes a week of its days: totals by adding them, people by counting each once. */
@Singleton
class UsageWeekStore {
    private final Database database;
    private final TeamDayStore teams;

    UsageWeekStore(Database database, TeamDayStore teams) {
        this.database = database;
        this.teams = teams;
    }

    /** Call inside the transaction that changed a day of the week. */
    void rebuild(long organizationId, LocalDate monday) {
        database.update("delete from usage_week where org_id = ? and week = ?", organizationId, monday);
        List<List<Long>> people = people(organizationId, monday).columns();
        database.update(
                """
                insert into usage_week (
                    org_id, team_id, week, days
                  , people, active_people, agent_people, chat_people, cli_people, app_people
                  , interactions, generations, acceptances, completion_generations, completion_acceptances
                  , loc_suggested_to_add, loc_added, loc_deleted
                  , cli_sessions, cli_requests, cli_prompts, app_sessions, agent_sessions, ai_credits)
                select day.org_id
                     , day.team_id
                     , cast(? as date)
                     , count(*)
                     , coalesce(max(week.people), 0)
                     , coalesce(max(week.active), 0)
                     , coalesce(max(week.agent), 0)
                     , coalesce(max(week.chat), 0)
                     , coalesce(max(week.cli), 0)
                     , coalesce(max(week.app), 0)
                     , sum(interactions)
                     , sum(generations)
                     , sum(acceptances)
                     , sum(completion_generations)
                     , sum(completion_acceptances)
                     , sum(loc_suggested_to_add)
                     , sum(loc_added)
                     , sum(loc_deleted)
                     , sum(cli_sessions)
                     , sum(cli_requests)
                     , sum(cli_prompts)
                     , sum(app_sessions)
                     , sum(agent_sessions)
                     , sum(ai_credits)
                  from usage_day day
                  left join unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[])
                                 , cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]))
                       as week (team_id, people, active, agent, chat, cli, app)
                    on week.team_id = day.team_id
                 where day.org_id = ? and day.day between ? and ?
                 group by day.org_id, day.team_id
                """,
                monday,
                people.get(0),
                people.get(1),
                people.get(2),
                people.get(3),
                people.get(4),
                people.get(5),
                people.get(6),
                organizationId,
                monday,
                monday.plusDays(6));
    }

    /** Only days that have people's rows count. A join in SQL would touch each member of each team for each day. */
    private WeekPeople people(long organizationId, LocalDate monday) {
        WeekPeople people = new WeekPeople();
        for (LocalDate day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
            if (database.exists(
                    "select from usage_day where org_id = ? and team_id = 0 and day = ?", organizationId, day)) {
                people.addDay(peopleOf(organizationId, day), teams.members(organizationId, day));
            }
        }
        return people;
    }

    private LongIntMap peopleOf(long organizationId, LocalDate day) {
        LongIntMap people = new LongIntHashMap();
        BinaryRows.each(database, """
            select person_id
                 , cast(active as int) + 2 * cast(used_agent as int) + 4 * cast(used_chat as int)
                   + 8 * cast(used_cli as int) + 16 * cast(used_app as int)
              from usage_user_day
             where org_id = %d and day = '%s'
            """.formatted(organizationId, day), row -> people.put(row.bigint(), row.integer()));
        return people;
    }
}
