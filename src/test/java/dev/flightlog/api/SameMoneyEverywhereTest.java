package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.app.RefreshedGauges;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One organization, one moment: post, both checks, commands, API, views and gauges say the same of idle seats and money. */
class SameMoneyEverywhereTest {
    /** Of 12 seats one that was assigned directly (19 USD) and one held through a team (19 USD) are idle. */
    private static final String SAVING = "Removing the one assigned directly would save up to 19 USD a month if this"
            + " month's credits are not used up; 1 is held through a team, which would have to change (all together up"
            + " to 38 USD a month on the same condition).";

    /** Eleven Business seats at 19 USD and one Enterprise seat at 39 USD. */
    private static final String COST = "248 USD";

    @Test
    void postCheckCommandsAndApiSayTheSame() throws Exception {
        try (Acme acme = new Acme()) {
            Repository governance = acme.organization.governance();
            acme.policy("version: 1\nbudget:\n  seats_usd_per_month: 200\n");

            Issue post = governance.issues().stream()
                    .filter(issue -> issue.title().startsWith("Copilot weekly"))
                    .findFirst()
                    .orElseThrow();
            press(acme, governance);
            acme.application.pass(Duration.ofSeconds(3));
            String check = check(governance);
            String seats = answer(acme, post, "/copilot seats idle");
            String cost = answer(acme, post, "/copilot cost");
            String overview = acme.get("/api/orgs/acme/overview").body();
            String proposed = proposal(acme, governance, "version: 1\nbudget:\n  seats_usd_per_month: 248\n");
            String gauges = RefreshedGauges.scrape(acme.application);

            assertThat(post.body())
                    .contains("2 are idle, removing the one assigned directly would save up to 19 USD a month")
                    .contains("- [ ] **2 idle seats.** " + SAVING)
                    .contains("- [ ] **Seats are over budget**: " + COST
                            + " a month, 48 USD over the budget of 200 USD.");
            assertThat(check)
                    .contains("> *Post summary* was asked for by `person-1` and done: [2026-W46](")
                    .contains(
                            "| Saved a month by giving them back | perhaps up to 19 USD | perhaps up to 38 USD with the"
                                    + " one held through a team, which would have to change |")
                    .contains("12 seats, 2 idle", "2 idle seats. " + SAVING)
                    .contains("Seats are over budget: " + COST + " a month, 48 USD over the budget of 200 USD.");
            assertThat(proposed)
                    .contains("| Idle seats | 2 | 2 |", "| Price of the idle seats a month | 38 USD | 38 USD |")
                    .contains("| Saved a month by giving them back | perhaps up to 19 USD | perhaps up to 19 USD |")
                    .contains("| – with those held through a team | perhaps up to 38 USD | perhaps up to 38 USD |")
                    .contains("| Seat cost a month | " + COST + " | " + COST + " |");
            assertThat(gauges)
                    .contains("flightlog_org_seats{org=\"acme\"} 12.0")
                    .contains("flightlog_org_idle_seats{org=\"acme\"} 2.0")
                    .contains("flightlog_org_idle_spend_usd{org=\"acme\"} 38.0")
                    .contains("flightlog_org_idle_saving_usd{condition=\"projection_unknown\",org=\"acme\"} 19.0")
                    .contains("flightlog_org_seat_cost_usd{org=\"acme\"} 248.0")
                    .contains("flightlog_org_seat_budget_usd{org=\"acme\"} 200.0");
            assertThat(seats).contains("**2 seats of 12 are idle.**", SAVING);
            assertThat(cost)
                    .contains(COST + " for 12 seats", "2 idle seats. " + SAVING)
                    .contains("- Budget for seats: " + COST + " of 200 USD, **48 USD over**");
            assertThat(overview)
                    .contains("\"saves_usd_a_month\":19", "\"saves_with_team_changes_usd_a_month\":38")
                    .contains("\"condition\":\"projection_unknown\"", SAVING);
            assertThat(acme.application.query(
                            "select concat_ws(' ', org, seats, seats_usd, idle_seats, idle_usd, saves_usd,"
                                    + " saves_with_team_changes_usd, saving_condition) from flightlog.cost_snapshots"))
                    .containsExactly("acme 12 248.00 2 38.00 19.00 38.00 projection_unknown");
            assertThat(acme.application.query("""
                select concat_ws(' ', login, state, idle_spend, monthly_usd) from flightlog.seats
                where state in ('idle', 'never_used') order by login
                """))
                    .containsExactly("person-2 idle removable 19.00", "person-3 never_used needs_team_change 19.00");
            assertThat(acme.get("/api/orgs/acme/seats?state=idle").body()).contains("\"total_seats\":2");
        }
    }

    /** The post takes the policy of now. */
    private static void press(Acme acme, Repository governance) {
        acme.application.github().people().clickCheckAction(seatsCheck(governance), "person-1", "post-summary");
        acme.application.runJobs();
    }

    private static String check(Repository governance) {
        CheckRun run = seatsCheck(governance);
        return run.output().title() + "\n" + run.output().summary();
    }

    static CheckRun seatsCheck(Repository governance) {
        return check(governance, governance.history().head("main").orElseThrow().sha(), "Flightlog / seats");
    }

    /** What the check of a proposed policy says; the policy in force stays. */
    private static String proposal(Acme acme, Repository governance, String policy) {
        PullRequest pull = acme.application
                .github()
                .people()
                .openPullRequest(governance, "person-1", "budget", "A higher budget", Map.of(Policy.FILE, policy));
        acme.application.runJobs();
        return String.valueOf(check(governance, pull.head().sha(), "Flightlog / policy")
                .output()
                .summary());
    }

    private static CheckRun check(Repository governance, String commit, String name) {
        return governance.checkRunsOf(commit).stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String answer(Acme acme, Issue issue, String command) {
        Comment asked = acme.application.github().people().comment(issue, "person-1", command);
        acme.application.runJobs();
        List<Comment> replies = issue.commentsOf(acme.application.github().bot());
        assertThat(asked.reactions()).isNotEmpty();
        return replies.getLast().body();
    }
}
