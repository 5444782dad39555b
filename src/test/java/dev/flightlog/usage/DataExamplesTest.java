package dev.flightlog.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example questions of the documentation have the answers that they should have: three people on one day, and a fourth who never used a seat. */
class DataExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```sql\n(select.*?);\n```");

    private final UsageDatabase usage = new UsageDatabase();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate day = today.minusDays(1);
    private final boolean sameMonth = day.getMonth() == today.getMonth();

    @BeforeEach
    void threePeople() throws IOException {
        usage.load(ReportKind.USER_TEAMS_1_DAY, day, team(1) + "\n" + team(2));
        usage.load(ReportKind.USERS_1_DAY, day, person(1, true) + "\n" + person(2, false) + "\n" + person(3, false));
        usage.database.update("""
            insert into organization (org_id, login, installation_id, state, installed_at, state_since)
            values (?, 'acme', 70, 'active', now(), now())
            """, UsageDatabase.ORG);
        usage.database.update("""
            insert into team (org_id, team_id, slug, name, seen_at) values (?, 42, 'payments', 'Payments', now())
            """, UsageDatabase.ORG);
        for (long person = 1; person <= 3; person++) {
            usage.database.update("""
                insert into person (org_id, person_id, login, role, seen_at) values (?, ?, ?, 'member', now())
                """, UsageDatabase.ORG, person, "p" + person);
            if (person < 3) {
                usage.database.update(
                        "insert into team_member (org_id, team_id, person_id, seen_at) values (?, 42, ?, now())",
                        UsageDatabase.ORG,
                        person);
            }
        }
        seat(4, "2026-01-02T03:04:05Z", "never_used");
        seat(1, today.minusDays(5) + "T00:00:00Z", "active");
        seat(2, today.minusDays(5) + "T00:00:00Z", "active");
        usage.database.update("update seat set plan_type = 'unknown' where person_id = 2");
        usage.database.update("update seat_decision set monthly_usd = null where person_id = 2");
        usage.database.update("""
            insert into seat_change (org_id, changed_at, person_id, change)
            values (?, '2026-01-02T00:00Z', 3, 'granted'), (?, '2026-01-09T00:00Z', 1, 'granted')
                 , (?, '2026-02-09T00:00Z', 1, 'revoked')
            """, UsageDatabase.ORG, UsageDatabase.ORG, UsageDatabase.ORG);
    }

    @AfterEach
    void stop() {
        usage.close();
    }

    @Test
    void haveKnownAnswers() throws IOException {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("src/docs/data.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(examples).as("examples in data.md").hasSize(10);
        assertThat(usage.rows(examples.get(0))).containsExactly(monday + " 3 1 40.0 1");
        assertThat(usage.rows(examples.get(1))).containsExactly("p4 never_used because removable 19.00 -");
        assertThat(usage.rows(examples.get(2))).containsExactly("p4 business - -");
        assertThat(usage.rows("select week, people, active_people, round(ai_credits, 1) as credits from ("
                        + examples.get(3) + ") as answered"))
                .containsExactly(monday + " 2 2 5.0");
        assertThat(usage.rows(examples.get(4))).isEqualTo(sameMonth ? List.of("java 21") : List.of());
        assertThat(usage.rows("select day, round(ai_credits, 1) as credits, round(estimated_usd, 3) as usd from ("
                        + examples.get(5) + ") as answered"))
                .isEqualTo(sameMonth ? List.of(day + " 7.5 0.075") : List.of());
        assertThat(usage.rows(examples.get(6))).hasSize(27).doesNotContain(day.toString());
        assertThat(usage.rows(examples.get(7))).containsExactly("payments 2");
        assertThat(usage.rows(examples.get(8))).containsExactly("2026-01-01 granted 2", "2026-02-01 revoked 1");
        assertThat(usage.rows(examples.get(9))).containsExactly("payments 2 19.00 1");
    }

    private void seat(long person, String created, String state) {
        usage.database.update("""
            insert into seat (org_id, person_id, login, plan_type, created_at, first_seen_at, last_seen_at)
            values (?, ?, ?, 'business', ?::timestamptz, now(), now())
            """, UsageDatabase.ORG, person, "p" + person, created);
        usage.database.update("""
            insert into seat_decision (org_id, person_id, decided_at, state, reason, idle_spend, monthly_usd)
            values (?, ?, now(), ?, 'because', ?, 19)
            """, UsageDatabase.ORG, person, state, state.equals("active") ? "none" : "removable");
    }

    private String team(int person) {
        return """
            {"user_id":%d,"user_login":"p%d","day":"%s","organization_id":"70001","team_id":42,"slug":"payments"}\
            """.formatted(person, person, day);
    }

    private String person(int person, boolean agent) {
        return """
            {"day":"%s","organization_id":"70001","user_id":%d,"user_login":"p%d","used_agent":%s,"used_chat":true,\
            "user_initiated_interaction_count":1,"code_generation_activity_count":10,\
            "code_acceptance_activity_count":4,"loc_added_sum":7,"ai_credits_used":2.5,\
            "totals_by_feature":[{"feature":"code_completion","user_initiated_interaction_count":0,\
            "code_generation_activity_count":10,"code_acceptance_activity_count":4,"loc_added_sum":7}],\
            "totals_by_language_feature":[{"language":"java","feature":"code_completion",\
            "code_generation_activity_count":10,"code_acceptance_activity_count":4,"loc_added_sum":7}]}\
            """.formatted(day, person, person, agent);
    }
}
