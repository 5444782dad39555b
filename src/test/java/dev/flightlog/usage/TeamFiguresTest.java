package dev.flightlog.usage;

import static dev.flightlog.ingest.load.UsageDatabase.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Team figures equal those of GitHub's documented join, made in plain SQL from the raw rows and from nothing of ours. */
class TeamFiguresTest {
    private static final int PEOPLE = 200;
    private static final int TEAMS = 9;
    private static final List<LocalDate> DAYS = List.of(DAY, DAY.plusDays(1), DAY.plusDays(2));

    private static final String RAW_PEOPLE = """
        select cast(row ->> 'user_id' as bigint) as person_id
             , cast(row ->> 'day' as date) as day
             , coalesce(cast(row ->> 'user_initiated_interaction_count' as bigint), 0) as interactions
             , coalesce(cast(row ->> 'code_generation_activity_count' as bigint), 0) as generations
             , coalesce(cast(row ->> 'code_acceptance_activity_count' as bigint), 0) as acceptances
             , coalesce(cast(row ->> 'loc_added_sum' as bigint), 0) as loc_added
             , cast(row ->> 'used_agent' as boolean) as agent
             , cast(row ->> 'used_chat' as boolean) as chat
             , coalesce(cast(row #>> '{totals_by_cli,session_count}' as bigint), 0) as cli_sessions
             , cast(row ->> 'ai_credits_used' as numeric) as credits
             , (select sum(cast(entry ->> 'code_generation_activity_count' as bigint))
                  from jsonb_array_elements(row -> 'totals_by_feature') entry
                 where entry ->> 'feature' = 'code_completion') as completions
             , row
          from raw_user
        """;

    private static UsageDatabase usage;

    @BeforeAll
    static void load() throws IOException {
        usage = new UsageDatabase();
        usage.database.update("create table raw_user (row jsonb not null)");
        usage.database.update("create table raw_team (row jsonb not null)");
        for (LocalDate day : DAYS) {
            String users = InventedRows.users(1, day, PEOPLE);
            String teams = InventedRows.teams(1, day, PEOPLE, TEAMS);
            usage.load(ReportKind.USER_TEAMS_1_DAY, day, teams);
            usage.load(ReportKind.USERS_1_DAY, day, users);
            usage.database.update(
                    "insert into raw_user select cast(line as jsonb) from unnest(cast(? as text[])) line",
                    users.lines().toList());
            usage.database.update(
                    "insert into raw_team select cast(line as jsonb) from unnest(cast(? as text[])) line",
                    teams.lines().toList());
        }
        usage.database.update("create view raw_people as " + RAW_PEOPLE);
        usage.database.update("""
            create view raw_joined as
            select cast(member.row ->> 'team_id' as bigint) as team_id
                 , interactions > 0 or generations > 0 or acceptances > 0 or loc_added > 0 or agent or chat
                   or cli_sessions > 0 or raw_people.row -> 'totals_by_cli' <> 'null' as active
                 , agent, chat, cli_sessions > 0 or raw_people.row -> 'totals_by_cli' <> 'null' as cli
                 , raw_people.person_id, raw_people.day, interactions, generations, acceptances, loc_added
                 , cli_sessions, credits, completions, raw_people.row
              from raw_team member
              join raw_people on raw_people.person_id = cast(member.row ->> 'user_id' as bigint)
                             and raw_people.day = cast(member.row ->> 'day' as date)
            """);
    }

    @AfterAll
    static void stop() {
        usage.close();
    }

    @Test
    void daysOfTeams() {
        List<String> ours = usage.rows("""
            select team_id, day, active_people, agent_people, chat_people, cli_people, interactions, generations
                 , acceptances, completion_generations, loc_added, cli_sessions, round(ai_credits, 2) as credits
              from usage_day where team_id <> 0 order by team_id, day
            """);

        assertThat(ours).hasSize(TEAMS * DAYS.size()).isEqualTo(usage.rows("""
            select team_id, day, count(*) filter (where active) as active, count(*) filter (where agent) as agent
                 , count(*) filter (where chat) as chat, count(*) filter (where cli) as cli
                 , sum(interactions) as interactions, sum(generations) as generations
                 , sum(acceptances) as acceptances, sum(completions) as completions
                 , sum(loc_added) as loc_added, sum(cli_sessions) as cli_sessions, sum(credits) as credits
              from raw_joined group by team_id, day order by team_id, day
            """));
    }

    @Test
    void membersOfTeams() {
        assertThat(usage.rows("select team_id, day, people from usage_day where team_id <> 0 order by 1, 2"))
                .isEqualTo(usage.rows("""
                    select cast(row ->> 'team_id' as bigint) as team_id, cast(row ->> 'day' as date) as day
                         , count(*) as people
                      from raw_team group by 1, 2 order by 1, 2
                    """));
    }

    @Test
    void weeksOfTeamsCountEachPersonOnce() {
        assertThat(usage.rows("""
            select team_id, active_people, agent_people, cli_people, generations
              from usage_week where team_id <> 0 order by 1
            """)).isEqualTo(usage.rows("""
                select team_id, count(distinct person_id) filter (where active) as active
                     , count(distinct person_id) filter (where agent) as agent
                     , count(distinct person_id) filter (where cli) as cli, sum(generations) as generations
                  from raw_joined group by 1 order by 1
                """));
    }

    @Test
    void breakdownsOfTeams() {
        assertThat(usage.rows("""
            select team_id, day, value, generations from usage_breakdown_day
             where dimension = 'language' and team_id <> 0 order by team_id, day, value collate "C"
            """)).isNotEmpty().isEqualTo(usage.rows("""
                select team_id, day, name, sum(cast(entry ->> 'code_generation_activity_count' as bigint)) as g
                  from raw_joined
                     , jsonb_array_elements(row -> 'totals_by_language_feature') entry
                     , jsonb_extract_path_text(entry, 'language') name
                 where entry ->> 'code_generation_activity_count' <> '0'
                 group by team_id, day, name order by team_id, day, name collate "C"
                """));
    }

    @Test
    void theOrganizationIsNotTheSumOfItsTeams() {
        assertThat(usage.rows("select active_people, generations from usage_day where team_id = 0 order by day"))
                .isEqualTo(usage.rows("""
                    select count(distinct person_id) filter (where active) as active, sum(generations) as generations
                      from (select distinct on (person_id, day) * from raw_joined) each
                     group by day order by day
                    """));
    }
}
