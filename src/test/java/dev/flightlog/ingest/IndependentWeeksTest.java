package dev.flightlog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days, weeks and breakdowns of eight organizations and their teams against a second computation: plain SQL over the
 * lines as GitHub sent them, odd rows mixed in, with nothing of Flightlog's own. A day comes in either order of its
 * reports, and one day of each is restated.
 */
class IndependentWeeksTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    /** A number, or nothing; a text of digits is a number too. */
    private static final String NUMBER = """
        create function raw_number(value jsonb) returns numeric language sql immutable as $$
            select case jsonb_typeof(value)
                        when 'number' then greatest((value #>> '{}')::numeric, 0)
                        when 'string' then coalesce(substring(value #>> '{}' from '^[0-9]+$')::numeric, 0)
                        else 0 end
        $$
        """;

    /** Each line that names somebody and the day of its file. */
    private static final String READABLE = """
        create view raw_readable as
        select line, org, day, row, lower(row ->> 'user_login') as login
             , substring(row ->> 'user_id' from '^[0-9]+$')::bigint as person
          from raw_user
         where jsonb_typeof(row) = 'object' and substring(row ->> 'user_id' from '^[0-9]+$')::bigint > 0
           and left(row ->> 'day', 10) = day::text
        """;

    /** The same login twice on a day is the same twice: the larger of each figure. Two logins are a rename: their sum. */
    private static final String PERSON = """
        create view raw_person as
        with each as (
            select org, day, person, login
                 , raw_number(row -> 'user_initiated_interaction_count') as interactions
                 , raw_number(row -> 'code_generation_activity_count') as generations
                 , raw_number(row -> 'code_acceptance_activity_count') as acceptances
                 , raw_number(row -> 'loc_suggested_to_add_sum') as suggested
                 , raw_number(row -> 'loc_suggested_to_delete_sum') as unsuggested
                 , raw_number(row -> 'loc_added_sum') as added
                 , raw_number(row -> 'loc_deleted_sum') as deleted
                 , raw_number(row -> 'ai_credits_used') as credits
                 , raw_number(row #> '{totals_by_cli,session_count}') as cli_sessions
                 , raw_number(row #> '{totals_by_cli,request_count}') as cli_requests
                 , raw_number(row #> '{totals_by_cli,prompt_count}') as cli_prompts
                 , raw_number(row #> '{totals_by_copilot_app,session_count}') as app_sessions
                 , raw_number(row #> '{totals_by_copilot_app,request_count}')
                   + raw_number(row #> '{totals_by_copilot_app,prompt_count}') as app_others
                 , row -> 'used_agent' = 'true' as agent
                 , row -> 'used_chat' = 'true' as chat
                 , row -> 'used_cli' = 'true' as says_cli
                 , row -> 'used_copilot_app' = 'true' as says_app
                 , (select coalesce(sum(generations), 0) from raw_entry
                     where raw_entry.line = raw_readable.line and name = 'code_completion') as offered
                 , (select coalesce(sum(acceptances), 0) from raw_entry
                     where raw_entry.line = raw_readable.line and name = 'code_completion') as taken
              from raw_readable
        ), flagged as (
            select *
                 , coalesce(says_cli, false) or cli_sessions + cli_requests + cli_prompts > 0 as cli
                 , coalesce(says_app, false) or app_sessions + app_others > 0 as app
              from each
        ), of_login as (
            select org, day, person, login
                 , max(interactions) as interactions, max(generations) as generations
                 , max(acceptances) as acceptances, max(offered) as offered, max(taken) as taken
                 , max(suggested) as suggested, max(added) as added, max(deleted) as deleted
                 , max(credits) as credits, max(cli_sessions) as cli_sessions, max(cli_requests) as cli_requests
                 , max(cli_prompts) as cli_prompts, max(app_sessions) as app_sessions
                 , bool_or(agent) as agent, bool_or(chat) as chat, bool_or(cli) as cli, bool_or(app) as app
                 , bool_or(interactions + generations + acceptances + suggested + unsuggested + added + deleted > 0
                           or agent or chat or cli or app) as active
              from flagged group by org, day, person, login
        )
        select org, day, person
             , sum(interactions) as interactions, sum(generations) as generations, sum(acceptances) as acceptances
             , sum(offered) as offered, sum(taken) as taken, sum(suggested) as suggested, sum(added) as added
             , sum(deleted) as deleted, sum(credits) as credits, sum(cli_sessions) as cli_sessions
             , sum(cli_requests) as cli_requests, sum(cli_prompts) as cli_prompts, sum(app_sessions) as app_sessions
             , coalesce(bool_or(agent), false) as agent, coalesce(bool_or(chat), false) as chat
             , coalesce(bool_or(cli), false) as cli, coalesce(bool_or(app), false) as app
             , coalesce(bool_or(active), false) as active
          from of_login group by org, day, person
        """;

    /** The parts of each line by editor, feature, language and model; one without any activity is none. */
    private static final String ENTRY = """
        create view raw_entry as
        with part as (
            select line, org, day, person, login, dimension, entry -> name_key as name
                 , raw_number(entry -> 'user_initiated_interaction_count') as interactions
                 , raw_number(entry -> 'code_generation_activity_count') as generations
                 , raw_number(entry -> 'code_acceptance_activity_count') as acceptances
                 , raw_number(entry -> 'loc_suggested_to_add_sum') as suggested
                 , raw_number(entry -> 'loc_added_sum') as added
                 , raw_number(entry -> 'loc_deleted_sum') as deleted
              from raw_readable
                 , (values ('editor', 'totals_by_ide', 'ide'), ('feature', 'totals_by_feature', 'feature')
                         , ('language', 'totals_by_language_feature', 'language')
                         , ('model', 'totals_by_model_feature', 'model')) as kind (dimension, field, name_key)
                 , jsonb_array_elements(case jsonb_typeof(row -> field) when 'array' then row -> field
                                                                        else '[]' end) as entry
             where jsonb_typeof(entry) = 'object'
        )
        select line, org, day, person, login, dimension, name #>> '{}' as name
             , sum(interactions) as interactions, sum(generations) as generations, sum(acceptances) as acceptances
             , sum(suggested) as suggested, sum(added) as added, sum(deleted) as deleted
          from part
         where interactions + generations + acceptances + suggested + added + deleted > 0
         group by line, org, day, person, login, dimension, name
        """;

    /** Who counts where on which day: everybody for the organization (0), members for their teams. */
    private static final String GROUPS = """
        create view raw_group as
        select org, day, 0 as team, person from raw_person
        union
        select org, day, (row ->> 'team_id')::bigint, substring(row ->> 'user_id' from '^[0-9]+$')::bigint
          from raw_team
         where jsonb_typeof(row) = 'object' and substring(row ->> 'user_id' from '^[0-9]+$')::bigint > 0
           and left(row ->> 'day', 10) = day::text
        """;

    private static final String PEOPLE = """
        count(distinct person) as people
             , count(distinct person) filter (where active) as active
             , count(distinct person) filter (where agent) as agent
             , count(distinct person) filter (where chat) as chat
             , count(distinct person) filter (where cli) as cli
             , count(distinct person) filter (where app) as app
             , coalesce(sum(interactions), 0) as interactions, coalesce(sum(generations), 0) as generations
             , coalesce(sum(acceptances), 0) as acceptances, coalesce(sum(offered), 0) as offered
             , coalesce(sum(taken), 0) as taken, coalesce(sum(suggested), 0) as suggested
             , coalesce(sum(added), 0) as added, coalesce(sum(deleted), 0) as deleted
             , coalesce(sum(cli_sessions), 0) as cli_sessions, coalesce(sum(cli_requests), 0) as cli_requests
             , coalesce(sum(cli_prompts), 0) as cli_prompts, coalesce(sum(app_sessions), 0) as app_sessions
             , round(coalesce(sum(credits), 0), 2) as credits
          from raw_group left join raw_person using (org, day, person)
        """;

    private static final String STORED = """
        people, active_people, agent_people, chat_people, cli_people, app_people, interactions, generations
             , acceptances, completion_generations, completion_acceptances, loc_suggested_to_add, loc_added
             , loc_deleted, cli_sessions, cli_requests, cli_prompts, app_sessions, round(ai_credits, 2) as credits
        """;

    private static UsageDatabase usage;

    @BeforeAll
    static void load() throws IOException {
        usage = new UsageDatabase();
        for (String table : List.of("raw_user", "raw_team")) {
            usage.database.update("create table " + table
                    + " (line bigserial primary key, org bigint not null, day date not null, row jsonb not null)");
        }
        List.of(NUMBER, READABLE, ENTRY, PERSON, GROUPS).forEach(sql -> usage.database.update(sql));
        for (long org : organizations().toArray()) {
            OddUsage invented = new OddUsage(org);
            for (int index = 0; index < 7; index++) {
                LocalDate day = MONDAY.plusDays(index);
                if (index == 3) {
                    take(org, ReportKind.USERS_1_DAY, day, invented.users(day));
                }
                List<String> users = invented.users(day);
                List<String> teams = invented.teams(day);
                if (index % 2 == 0) {
                    take(org, ReportKind.USER_TEAMS_1_DAY, day, teams);
                }
                take(org, ReportKind.USERS_1_DAY, day, users);
                if (index % 2 == 1) {
                    take(org, ReportKind.USER_TEAMS_1_DAY, day, teams);
                }
                keep("raw_user", org, day, users);
                keep("raw_team", org, day, teams);
            }
        }
    }

    private static void take(long org, ReportKind kind, LocalDate day, List<String> lines) throws IOException {
        assertThat(usage.load(org, kind, day, String.join("\n", lines) + "\n"))
                .isInstanceOf(ImportOutcome.Imported.class);
    }

    /** Every line that is JSON. */
    private static void keep(String table, long org, LocalDate day, List<String> lines) {
        usage.database.update(
                "insert into " + table + " (org, day, row)"
                        + " select ?, ?, cast(line as jsonb) from unnest(cast(? as text[])) line",
                org,
                day,
                lines.stream().filter(line -> !line.endsWith("\"user_lo")).toList());
    }

    static LongStream organizations() {
        return LongStream.rangeClosed(1, 8);
    }

    @AfterAll
    static void stop() {
        usage.close();
    }

    @ParameterizedTest
    @MethodSource("organizations")
    void daysAreTheSame(long org) {
        assertThat(usage.rows(
                        "select day, team_id, " + STORED + " from usage_day where org_id = ? order by day, team_id",
                        org))
                .hasSizeGreaterThanOrEqualTo(7 * 4)
                .isEqualTo(usage.rows(
                        "select day, team, " + PEOPLE + " where org = ? group by day, team order by day, team", org));
    }

    @ParameterizedTest
    @MethodSource("organizations")
    void weeksCountEachPersonOnce(long org) {
        assertThat(usage.rows(
                        "select team_id, days, " + STORED + " from usage_week where org_id = ? order by team_id", org))
                .hasSizeGreaterThanOrEqualTo(4)
                .isEqualTo(usage.rows(
                        "select team, count(distinct day) as days, " + PEOPLE
                                + " where org = ? group by team order by team",
                        org));
    }

    @ParameterizedTest
    @MethodSource("organizations")
    void breakdownsAreTheSame(long org) {
        assertThat(usage.rows("""
            select day, team_id, dimension, value, interactions, generations, acceptances, loc_suggested_to_add
                 , loc_added, loc_deleted, people
              from usage_breakdown_day where org_id = ? order by day, team_id, dimension, value collate "C"
            """, org)).hasSizeGreaterThan(100).isEqualTo(usage.rows("""
                with of_login as (
                    select org, day, person, login, dimension, name
                         , max(interactions) as interactions, max(generations) as generations
                         , max(acceptances) as acceptances, max(suggested) as suggested, max(added) as added
                         , max(deleted) as deleted
                      from raw_entry where org = ? group by org, day, person, login, dimension, name
                )
                select day, team, dimension, name, sum(interactions) as interactions
                     , sum(generations) as generations, sum(acceptances) as acceptances, sum(suggested) as suggested
                     , sum(added) as added, sum(deleted) as deleted, count(distinct person) as people
                  from of_login join raw_group using (org, day, person)
                 group by day, team, dimension, name order by day, team, dimension, name collate "C"
                """, org));
    }
}
