package dev.flightlog.ingest;

import static dev.flightlog.ingest.load.UsageDatabase.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub promises nothing about single rows: an odd one is left out and counted, and never costs the report. */
class OddRowsTest {
    private static final String GOOD = row(501, "ada", "\"user_initiated_interaction_count\":3") + "\n"
            + row(502, "bob", "\"user_initiated_interaction_count\":4") + "\n";
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"day\":\"2026-11-16\",\"user_id\":null,\"user_login\":\"x\"}",
                "{\"day\":\"2026-11-16\",\"user_id\":0,\"user_login\":\"x\"}",
                "{\"day\":\"2026-11-16\",\"user_login\":\"x\",\"totals_by_ide\":[{\"ide\":\"vscode\"}]}",
                "{\"day\":\"2026-11-15\",\"user_id\":503,\"user_login\":\"x\"}",
                "null",
                "17",
                "{\"day\":\"2026-11-16\",\"user_id\":503,\"user_lo",
                "{\"day\":\"2026-11-16\",\"user_id\":",
                "{\"day\":\"2026-11-16\",\"totals_by_ide\":[{\"ide\":\"vscode\""
            })
    void anOddRowIsLeftOutAndCounted(String odd) throws IOException {
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, odd + "\n" + GOOD))
                .isEqualTo(new ImportOutcome.Imported(DAY, 2, List.of(DAY), false));

        assertThat(usage.rows("select person_id, interactions from usage_user_day order by 1"))
                .containsExactly("501 3", "502 4");
        assertThat(usage.rows("select left_out_rows, left_out_problem is not null as told from report_import"))
                .containsExactly("1 true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"used_agent\":1",
                "\"used_agent\":\"true\"",
                "\"totals_by_cli\":[]",
                "\"totals_by_feature\":{}",
                "\"totals_by_ide\":[7]",
                "\"ai_credits_used\":{}",
                "\"code_generation_activity_count\":99999999999999999999999",
                "\"ai_adoption_phase\":\"none\""
            })
    void aWrongTypeEmptiesThatFieldOnly(String field) throws IOException {
        String odd = row(503, "eve", field + ",\"user_initiated_interaction_count\":5");
        usage.load(ReportKind.USERS_1_DAY, DAY, odd + "\n" + GOOD);

        assertThat(usage.rows("select person_id, interactions, used_agent from usage_user_day order by 1"))
                .containsExactly("501 3 false", "502 4 false", "503 5 false");
        assertThat(usage.rows("select left_out_rows, left_out_values from report_import"))
                .containsExactly("0 1");
    }

    @Test
    void aLoneOddRowOfAQuietDayIsLeftOutAndTheDayIsThere() throws IOException {
        String odd = "{\"day\":\"2026-11-16\",\"user_id\":null,\"user_login\":\"x\"}\n";
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, odd))
                .as("nobody knows yet how many people there should be")
                .isInstanceOf(ImportOutcome.Rejected.class);
        usage.load(ReportKind.ORGANIZATION_1_DAY, DAY, organization(1));

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, odd))
                .isEqualTo(new ImportOutcome.Imported(DAY, 0, List.of(DAY), false));
        assertThat(usage.rows("select day, people, active_people from usage_day where team_id = 0"))
                .containsExactly("2026-11-16 0 0");
        assertThat(usage.rows("select left_out_rows from report_import where kind = 'users-1-day'"))
                .containsExactly("1");
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, odd)).isEqualTo(new ImportOutcome.Unchanged(DAY));
        assertThat(usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, odd)).isInstanceOf(ImportOutcome.Imported.class);
        assertThat(usage.load(ReportKind.REPOS_1_DAY, DAY, odd)).isInstanceOf(ImportOutcome.Imported.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"day\":\"2026-11-16\",\"user_id\":null,\"user_login\":\"x\"}\n", ""})
    void rowsThatAreMissingAreNoQuietDay(String file) throws IOException {
        usage.load(ReportKind.ORGANIZATION_1_DAY, DAY, organization(40));

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, file)).isNotInstanceOf(ImportOutcome.Imported.class);
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, "{\"day\":\"2026-11-16\",\"user_id\":"))
                .as("cut off")
                .isInstanceOf(ImportOutcome.Rejected.class);
        assertThat(usage.count("usage_day")).isZero();
    }

    @Test
    void aDayOfWhichNobodyWasActiveIsPublished() throws IOException {
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, "[]")).isInstanceOf(ImportOutcome.NoData.class);
        usage.load(ReportKind.ORGANIZATION_1_DAY, DAY, organization(0));

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, "[]"))
                .isEqualTo(new ImportOutcome.Imported(DAY, 0, List.of(DAY), false));
        assertThat(usage.rows("select days, active_people from usage_week where team_id = 0"))
                .containsExactly("1 0");
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, "\n")).isInstanceOf(ImportOutcome.NoData.class);
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, GOOD))
                .isEqualTo(new ImportOutcome.Imported(DAY, 2, List.of(DAY), true));
    }

    private static String organization(int active) {
        return "{\"day\":\"2026-11-16\",\"organization_id\":\"70001\",\"daily_active_users\":" + active + "}\n";
    }

    @Test
    void twoRowsOfAPersonAreOnePerson() throws IOException {
        String same = row(501, "ada", "\"user_initiated_interaction_count\":2,\"used_agent\":true");
        String renamed = row(502, "bob-new", "\"user_initiated_interaction_count\":2");
        usage.load(ReportKind.USERS_1_DAY, DAY, GOOD + same + "\n" + renamed + "\n");

        assertThat(usage.rows("select person_id, interactions, used_agent from usage_user_day order by 1"))
                .containsExactly("501 3 true", "502 6 false");
        assertThat(usage.rows("select people, interactions from usage_day where team_id = 0"))
                .containsExactly("2 9");
    }

    @Test
    void aLoginThatComesTwiceBesideANewOneCountsOnce() throws IOException {
        String renamed = row(502, "bob-new", "\"user_initiated_interaction_count\":2");
        String again = row(502, "bob", "\"user_initiated_interaction_count\":4");
        usage.load(ReportKind.USERS_1_DAY, DAY, GOOD + renamed + "\n" + again + "\n");

        assertThat(usage.rows("select person_id, interactions from usage_user_day order by 1"))
                .containsExactly("501 3", "502 6");
    }

    @Test
    void aLoginInAnotherCaseIsTheSameLogin() throws IOException {
        String again = row(501, "ADA", "\"user_initiated_interaction_count\":2");
        usage.load(ReportKind.USERS_1_DAY, DAY, GOOD + again + "\n");

        assertThat(usage.rows("select person_id, interactions from usage_user_day order by 1"))
                .containsExactly("501 3", "502 4");
    }

    @Test
    void ofTwoRowsOfALoginTheLargerOfEachEntryIsKept() throws IOException {
        String first = row(503, "eve", languages("java", 5, "go", 1, "java", 2));
        String second = row(503, "eve", languages("java", 6, "python", 4));
        usage.load(ReportKind.USERS_1_DAY, DAY, GOOD + first + "\n" + second + "\n");

        assertThat(usage.rows("""
            select value, generations, people from usage_breakdown_day where dimension = 'language' order by value
            """)).containsExactly("go 1 1", "java 7 1", "python 4 1");
    }

    @Test
    void theReportOf28DaysDoesNotDifferBecauseAPersonIsThereTwice() throws IOException {
        String twice = GOOD + row(501, "ada", "\"user_initiated_interaction_count\":2");
        usage.load(ReportKind.USERS_1_DAY, DAY, twice);
        usage.load(ReportKind.USERS_28_DAY, DAY, twice);

        assertThat(usage.rows("select problem is null as same from report_import where kind = 'users-1-day'"))
                .containsExactly("true");
    }

    private static String languages(Object... languagesAndGenerations) {
        List<String> entries = new ArrayList<>();
        for (int index = 0; index < languagesAndGenerations.length; index += 2) {
            entries.add("{\"language\":\"" + languagesAndGenerations[index] + "\",\"code_generation_activity_count\":"
                    + languagesAndGenerations[index + 1] + "}");
        }
        return "\"totals_by_language_feature\":[" + String.join(",", entries) + "]";
    }

    @Test
    void aDayMayHaveATime() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, GOOD.replace("2026-11-16", "2026-11-16T00:00:00Z"));

        assertThat(usage.rows("select day from usage_user_day")).containsExactly("2026-11-16", "2026-11-16");
    }

    @Test
    void aTeamRowThatNamesNobodyOrAnotherDayIsLeftOut() throws IOException {
        usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, """
            {"day":"2026-11-16","team_id":42,"slug":"web","user_id":501}
            {"day":"2026-11-16","team_id":42,"slug":"web","user_id":null}
            {"day":"2026-11-15","team_id":42,"slug":"web","user_id":502}
            {"day":"2026-11-16","team_id":42,"slug":"web","user_id":503}
            """);

        assertThat(usage.rows("select cardinality(person_ids) as people from usage_team_day"))
                .containsExactly("2");
        assertThat(usage.rows("select left_out_rows from report_import")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"day\":\"2026-11-15\",\"daily_active_users\":9}",
                "{\"day\":\"2026-11-16\",\"daily_active_users\":9}",
                "{\"day\":\"soon\",\"daily_active_users\":9}"
            })
    void anOddRowOfTheOrganizationCostsNotItsDay(String odd) throws IOException {
        usage.load(
                ReportKind.ORGANIZATION_1_DAY, DAY, UsageDatabase.sample(ReportKind.ORGANIZATION_1_DAY) + odd + "\n");

        assertThat(usage.rows("select day, daily_active_users from usage_organization_report_day"))
                .containsExactly("2026-11-16 3");
        assertThat(usage.rows("select left_out_rows from report_import")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "{\"day\":\"2026-11-16\",\"repo_id\":null,\"repo_name\":\"x\"}",
                "{\"day\":\"2026-11-15\",\"repo_id\":88002,\"repo_name\":\"x\"}"
            })
    void anOddRepositoryIsLeftOut(String odd) throws IOException {
        usage.load(ReportKind.REPOS_1_DAY, DAY, UsageDatabase.sample(ReportKind.REPOS_1_DAY) + odd + "\n");

        assertThat(usage.rows("select repository_id from usage_repository_day")).containsExactly("88001");
        assertThat(usage.rows("select left_out_rows from report_import")).containsExactly("1");
    }

    @Test
    void aRepositoryThatIsThereTwiceIsOne() throws IOException {
        String sample = UsageDatabase.sample(ReportKind.REPOS_1_DAY);
        usage.load(ReportKind.REPOS_1_DAY, DAY, sample + sample);

        assertThat(usage.rows("select repository_id, pull_requests_merged from usage_repository_day"))
                .containsExactly("88001 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"day\":\"2026-11-16\",\"user_id\":503,\"user_lo", "{\"day\":\"2026-11-16\",\"user_id\":"})
    void aFileThatIsCutOffIsRefusedAsAWhole(String cut) throws IOException {
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, GOOD + cut)).isInstanceOf(ImportOutcome.Rejected.class);
        assertThat(usage.rows("select 1 as one from usage_user_day")).isEmpty();
    }

    /** A quiet Sunday has few good rows. */
    @Test
    void moreOddRowsThanGoodOnesCostNoReportAsLongAsOneIsGood() throws IOException {
        String odd = "{\"day\":\"2026-11-16\",\"id\":1}\n";

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, odd.repeat(3))).isInstanceOf(ImportOutcome.Rejected.class);
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, GOOD + odd.repeat(13)))
                .isInstanceOf(ImportOutcome.Imported.class);
    }

    private static String row(int id, String login, String more) {
        return "{\"day\":\"2026-11-16\",\"user_id\":" + id + ",\"user_login\":\"" + login + "\"," + more + "}";
    }
}
