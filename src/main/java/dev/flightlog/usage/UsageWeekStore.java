package dev.flightlog.usage;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Makes a week's totals and distinct people from its days. */
@Singleton
class UsageWeekStore {
    private final Database database;

    UsageWeekStore(Database database) {
        this.database = database;
    }

    /** Call inside the transaction that changed a day of the week. */
    void rebuild(long orgId, LocalDate monday) {
        database.update("delete from usage_week where org_id = ? and week = ?", orgId, monday);
        database.update("""
                with span as (
                    select cast(? as bigint) as org_id, cast(? as date) as monday
                )
                , totals as (
                    select day.org_id
                         , day.team_id
                         , count(*)                             as days
                         , sum(interactions)                    as interactions
                         , sum(generations)                     as generations
                         , sum(acceptances)                     as acceptances
                         , sum(completion_generations)          as completion_generations
                         , sum(completion_acceptances)          as completion_acceptances
                         , sum(loc_suggested_to_add)            as loc_suggested_to_add
                         , sum(loc_added)                       as loc_added
                         , sum(loc_deleted)                     as loc_deleted
                         , sum(cli_sessions)                    as cli_sessions
                         , sum(cli_requests)                    as cli_requests
                         , sum(cli_prompts)                     as cli_prompts
                         , sum(app_sessions)                    as app_sessions
                         , sum(agent_sessions)                  as agent_sessions
                         , sum(ai_credits)                      as ai_credits
                      from usage_day day
                      join span on day.org_id = span.org_id and day.day between span.monday and span.monday + 6
                     group by day.org_id, day.team_id
                )
                , person_day as (
                    select usage.day
                         , usage.person_id
                         , cast(active     as int)      as active
                         , cast(used_agent as int) << 1 as agent
                         , cast(used_chat  as int) << 2 as chat
                         , cast(used_cli   as int) << 3 as cli
                         , cast(used_app   as int) << 4 as app
                      from usage_user_day usage
                      join span on usage.org_id = span.org_id and usage.day between span.monday and span.monday + 6
                )
                , seen as (
                    select 0 as team_id, person_id, bit_or(active | agent | chat | cli | app) as flags
                      from person_day
                     group by person_id
                     union all
                    select member.team_id, member.person_id, bit_or(coalesce(active | agent | chat | cli | app, 0))
                      from usage_team_member_day member
                      join span on member.org_id = span.org_id and member.day between span.monday and span.monday + 6
                      join usage_day counted
                        on counted.org_id = member.org_id and counted.team_id = 0 and counted.day = member.day
                      left join person_day on person_day.day = member.day and person_day.person_id = member.person_id
                     group by member.team_id, member.person_id
                )
                , people as (
                    select team_id
                         , count(*)                                as people
                         , count(*) filter (where flags &  1 <> 0) as active_people
                         , count(*) filter (where flags &  2 <> 0) as agent_people
                         , count(*) filter (where flags &  4 <> 0) as chat_people
                         , count(*) filter (where flags &  8 <> 0) as cli_people
                         , count(*) filter (where flags & 16 <> 0) as app_people
                      from seen
                     group by team_id
                )
                insert into usage_week (
                    org_id, team_id, week, days
                  , people, active_people, agent_people, chat_people, cli_people, app_people
                  , interactions, generations, acceptances, completion_generations, completion_acceptances
                  , loc_suggested_to_add, loc_added, loc_deleted
                  , cli_sessions, cli_requests, cli_prompts, app_sessions, agent_sessions, ai_credits)
                select totals.org_id, team_id, span.monday, days
                     , coalesce(people, 0), coalesce(active_people, 0), coalesce(agent_people, 0)
                     , coalesce(chat_people, 0), coalesce(cli_people, 0), coalesce(app_people, 0)
                     , interactions, generations, acceptances, completion_generations, completion_acceptances
                     , loc_suggested_to_add, loc_added, loc_deleted
                     , cli_sessions, cli_requests, cli_prompts, app_sessions, agent_sessions, ai_credits
                  from totals
                 cross join span
                  left join people using (team_id)
                """, orgId, monday);
    }
}
