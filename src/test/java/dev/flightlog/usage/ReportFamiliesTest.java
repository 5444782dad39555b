package dev.flightlog.usage;

import static dev.flightlog.ingest.load.UsageDatabase.DAY;
import static dev.flightlog.ingest.load.UsageDatabase.ORG;
import static dev.flightlog.ingest.load.UsageDatabase.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.ImportOutcome;
import dev.flightlog.ingest.archive.ReportArchive;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each family of reports, from GitHub's samples. */
class ReportFamiliesTest {
    private static UsageDatabase usage;

    @BeforeAll
    static void start() {
        usage = new UsageDatabase();
    }

    @AfterAll
    static void stop() {
        usage.close();
    }

    @BeforeEach
    void clear() {
        usage.clear();
    }

    @Test
    void usersOfADay() throws IOException {
        ImportOutcome outcome = usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported(DAY, 3, List.of(DAY), false));
        assertThat(usage.rows("""
            select person_id, active, used_agent, used_chat, used_cli, generations, completion_generations
                 , completion_acceptances, cli_sessions, cli_output_tokens, ai_credits, adoption_phase
              from usage_user_day order by person_id
            """))
                .containsExactly(
                        "501 true true true false 41 14 6 0 0 37.2500 1",
                        "502 true true true true 41 14 6 2 12040 37.2500 2",
                        "503 false false false false 0 0 0 0 0 0.0000 0");
        assertThat(usage.rows("select person_id, login, last_active_day from usage_person order by person_id"))
                .containsExactly("501 ada-acme 2026-11-16", "502 bo-acme 2026-11-16", "503 cy-acme -");
    }

    @Test
    void totalsAndBreakdownsOfADay() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));

        assertThat(usage.rows("""
            select team_id, people, active_people, agent_people, chat_people, cli_people, app_people
                 , generations, loc_added, cli_prompts, ai_credits from usage_day
            """)).containsExactly("0 3 2 2 2 1 0 82 458 7 74.5000");
        assertThat(usage.rows("""
            select dimension, value, interactions, generations, acceptances, loc_suggested_to_add
                 , loc_added, loc_deleted
              from usage_breakdown_day order by dimension, value
            """))
                .containsExactly(
                        "editor intellij 9 41 6 71 229 75",
                        "editor vscode 9 41 6 71 229 75",
                        "feature agent_edit 0 44 0 0 420 150",
                        "feature chat_panel_agent_mode 18 10 0 80 0 0",
                        "feature code_completion 0 28 12 62 38 0",
                        "language java 0 28 12 62 38 0",
                        "language others 0 44 0 0 420 150",
                        "model claude-sonnet-5 18 10 0 80 0 0");
    }

    @Test
    void teamsOfADayJoinPeopleOfTheSameDay() throws IOException {
        usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, sample(ReportKind.USER_TEAMS_1_DAY));
        usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));

        assertThat(usage.rows("select team_id, person_id from usage_team_member_day order by 1, 2"))
                .containsExactly("42 501", "42 502", "42 503", "43 501");
        assertThat(usage.rows("select team_id, people, active_people, cli_people, generations from usage_day order"
                        + " by team_id"))
                .containsExactly("0 3 2 1 82", "42 3 2 1 82", "43 1 1 0 41");
        assertThat(usage.rows("select team_id, week, days, people, active_people, cli_people, generations from"
                        + " usage_week order by 1"))
                .containsExactly("0 2026-11-16 1 3 2 1 82", "42 2026-11-16 1 3 2 1 82", "43 2026-11-16 1 1 1 0 41");
        assertThat(usage.rows("select value from usage_breakdown_day where team_id = 43 and dimension = 'editor'"))
                .containsExactly("vscode");
    }

    @Test
    void teamsThatComeAfterThePeopleRewriteTheDay() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));
        ImportOutcome outcome = usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, sample(ReportKind.USER_TEAMS_1_DAY));

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported(DAY, 4, List.of(DAY), false));
        assertThat(usage.rows("select team_id, active_people from usage_day order by team_id"))
                .containsExactly("0 2", "42 2", "43 1");
        assertThat(usage.rows("select team_id, active_people from usage_week order by team_id"))
                .containsExactly("0 2", "42 2", "43 1");
    }

    @Test
    void usersOf28DaysByDay() throws IOException {
        ImportOutcome outcome = usage.load(ReportKind.USERS_28_DAY, DAY, sample(ReportKind.USERS_28_DAY));

        assertThat(outcome)
                .isEqualTo(new ImportOutcome.Imported(DAY, 3, List.of(LocalDate.parse("2026-11-15"), DAY), false));
        assertThat(usage.rows("select day, people from usage_day order by day"))
                .containsExactly("2026-11-15 1", "2026-11-16 2");
        assertThat(usage.rows("select week, days, active_people from usage_week order by week"))
                .containsExactly("2026-11-09 1 1", "2026-11-16 1 2");
    }

    @Test
    void aDaysOwnReportWinsOverThe28Days() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));
        usage.load(ReportKind.USERS_28_DAY, DAY, sample(ReportKind.USERS_28_DAY));

        assertThat(usage.rows("select day, people from usage_day order by day"))
                .containsExactly("2026-11-15 1", "2026-11-16 3");
    }

    @Test
    void usersOf28DaysByPeriodAreArchivedButMakeNoDays() throws IOException {
        String perPeriod = sample(ReportKind.USERS_28_DAY).replaceAll("\"day\":\"[^\"]*\",", "");

        ImportOutcome outcome = usage.load(ReportKind.USERS_28_DAY, DAY, perPeriod);

        assertThat(outcome).isEqualTo(new ImportOutcome.Imported(DAY, 3, List.of(), false));
        assertThat(usage.count("usage_day")).isZero();
        assertThat(usage.rows("select shape, rows, outcome from report_import"))
                .containsExactly("per_period 3 imported");
        assertThat(new String(
                        usage.bean(ReportArchive.class)
                                .open(ORG, ReportKind.USERS_28_DAY, DAY, 1)
                                .readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(perPeriod);
    }

    @Test
    void organizationOfADay() throws IOException {
        usage.load(ReportKind.ORGANIZATION_1_DAY, DAY, sample(ReportKind.ORGANIZATION_1_DAY));

        assertThat(usage.rows("""
            select day, daily_active_users, monthly_active_agent_users, pull_requests_merged
                 , merged_created_by_copilot, median_minutes_to_merge
                 , report ->> 'daily_active_cli_users' as cli
              from usage_organization_report_day
            """)).containsExactly("2026-11-16 3 4 9 1 412.5 1");
        assertThat(usage.rows("select phase_number, phase, engaged_users, users_28d from usage_phase_day"))
                .containsExactly("1 Phase 1 1 4");
    }

    @Test
    void organizationOf28DaysFillsOnlyDaysWithoutTheirOwn() throws IOException {
        usage.load(ReportKind.ORGANIZATION_1_DAY, DAY, sample(ReportKind.ORGANIZATION_1_DAY));
        ImportOutcome outcome = usage.load(ReportKind.ORGANIZATION_28_DAY, DAY, sample(ReportKind.ORGANIZATION_28_DAY));

        assertThat(outcome)
                .isEqualTo(new ImportOutcome.Imported(DAY, 1, List.of(LocalDate.parse("2026-11-15")), false));
        assertThat(usage.count("usage_organization_report_day")).isEqualTo(2);
        assertThat(usage.rows("select unknown_fields from report_import")).containsOnly("[]");
    }

    @Test
    void repositoriesOfADay() throws IOException {
        usage.load(ReportKind.REPOS_1_DAY, DAY, sample(ReportKind.REPOS_1_DAY));

        assertThat(usage.rows("""
            select repository_id, name, visibility, pull_requests_merged, merged_reviewed_by_copilot
                 , median_minutes_to_merge
                 , report #>> '{pull_request_review_times,0,total_merged}' as reviewed
              from usage_repository_day
            """)).containsExactly("88001 acme-eng/billing-service PRIVATE 9 5 412.5000 4");
    }

    @Test
    void partFilesTogetherAreOneReport() throws IOException {
        String[] lines = sample(ReportKind.USERS_1_DAY).split("\n");

        usage.load(ReportKind.USERS_1_DAY, DAY, lines[0], lines[1] + "\n\n", "[" + lines[2] + "]");

        assertThat(usage.rows("select people, active_people from usage_day")).containsExactly("3 2");
        assertThat(usage.rows("select parts, rows from report_import")).containsExactly("3 3");
    }

    @Test
    void fieldsThatAreNewAreNamedAndKept() throws IOException {
        String newer = sample(ReportKind.USERS_1_DAY)
                .replaceFirst("\"used_agent\"", "\"telepathy_count\":{\"a\":[1]},\"used_agent\"")
                .replaceFirst("\\{\"ide\"", "{\"mood\":3,\"ide\"");

        usage.load(ReportKind.USERS_1_DAY, DAY, newer);

        assertThat(usage.rows("select unknown_fields from report_import"))
                .containsExactly("[\"telepathy_count\",\"totals_by_ide[].mood\"]");
    }

    @Test
    void missingArraysAndNullsAreNothing() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, """
            {"user_id":7,"user_login":"eve","day":"2026-11-16","code_generation_activity_count":null}
            {"user_id":"8","user_login":null,"day":"2026-11-16","loc_added_sum":"12","totals_by_cli":null,
             "totals_by_ide":null,"ai_adoption_phase":null}
            """);

        assertThat(usage.rows("select person_id, active, loc_added, adoption_phase from usage_user_day order by 1"))
                .containsExactly("7 false 0 -", "8 true 12 -");
    }
}
