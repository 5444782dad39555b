package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.app.RefreshedGauges;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** GitHub does not name the plan of some seats: what they cost is not known, and is nowhere said to be nothing. */
class UnnamedPlanTest {
    private static final String WHY = "is not known, because GitHub does not name";

    /** Of 12 seats the idle one of person-2 has no plan; the other idle one costs 19 USD, all others 229 USD. */
    @Test
    void theSumIsTheLeastThatTheSeatsCost() throws Exception {
        try (Acme acme = new Acme()) {
            acme.policy("version: 1\n");
            unnamed(acme, Set.of("person-2"));
            Issue post = post(acme);

            assertThat(answer(acme, post, "person-2", "/copilot me"))
                    .contains("idle (price not known)", "The price of this seat " + WHY + " its plan: an owner finds");
            assertThat(answer(acme, post, "person-1", "/copilot seats idle"))
                    .contains("| directly | not known |", "The price of 1 seat " + WHY + " its plan")
                    .contains("Removing the one assigned directly would save nothing that is known: GitHub does not say"
                            + " what this seat costs; 1 is held through a team, which would have to change")
                    .contains("(all together at least 19 USD a month if this month's credits are not used up)")
                    .doesNotContain("up to");
            assertThat(answer(acme, post, "person-1", "/copilot cost"))
                    .contains("at least 229 USD for 12 seats (GitHub does not name the plan of 1, so that its price is"
                            + " not known)")
                    .contains("| Cost of the seats a month | at least 229 USD |");
            assertThat(answer(acme, post, "person-1", "/copilot csv seats"))
                    .contains("idle,unknown,,", ",,,,no_price", "The price of 1 seat " + WHY);
            assertThat(SameMoneyEverywhereTest.seatsCheck(governance(acme))
                            .output()
                            .summary())
                    .contains("| Seat cost a month | at least 229 USD | (GitHub does not name the plan of 1")
                    .contains("| Price of the idle seats a month | at least 19 USD | – |")
                    .contains("| – assigned directly | not known | 1 seat |");
            assertThat(acme.application.query("""
                select concat_ws(' ', login, idle_spend, coalesce(monthly_usd::text, 'null')) from flightlog.seats
                where state in ('idle', 'never_used') order by login
                """))
                    .containsExactly("person-2 removable null", "person-3 needs_team_change 19.00");
            assertThat(RefreshedGauges.scrape(acme.application))
                    .contains("flightlog_org_idle_seats{org=\"acme\"} 2.0")
                    .doesNotContain("flightlog_org_seat_cost_usd{", "flightlog_org_idle_spend_usd{")
                    .doesNotContain("flightlog_org_idle_saving_usd{");
            assertThat(acme.get("/api/orgs/acme/seats/person-2").body())
                    .contains("\"monthly_cost_usd\":null", "\"idle_spend_usd\":null");
            assertThat(acme.get("/api/orgs/acme/seats.csv").body()).contains(",,,payments,,no_price");
            assertThat(acme.get("/api/orgs/acme/overview").body())
                    .contains("\"monthly_cost_usd\":229,\"unpriced_seats\":1")
                    .contains("\"idle_spend\":{\"seats\":2,\"usd\":19,\"unpriced_seats\":1,"
                            + "\"removable\":{\"seats\":1,\"usd\":null,\"unpriced_seats\":1}")
                    .contains("\"saves_usd_a_month\":null,\"saves_with_team_changes_usd_a_month\":null");
        }
    }

    /** A seat in use without a plan leaves open how many credits come with all seats, not where the month will end. */
    @Test
    void thePoolIsWhatIsNotKnown() throws Exception {
        try (Acme acme = new Acme()) {
            acme.policy("version: 1\n");
            unnamed(acme, Set.of("person-5"));
            post(acme);

            assertThat(acme.get("/api/orgs/acme/overview").body())
                    .contains("\"included\":null", "\"condition\":\"pool_unknown\"");
            assertThat(RefreshedGauges.scrape(acme.application))
                    .contains("flightlog_org_idle_saving_usd{condition=\"pool_unknown\",org=\"acme\"} 19.0");
        }
    }

    @Test
    void whereNoPriceIsKnownNoSumIsSaid() throws Exception {
        try (Acme acme = new Acme()) {
            acme.policy("version: 1\nbudget:\n  seats_usd_per_month: 200\n");
            unnamed(acme, null);
            Issue post = post(acme);

            assertThat(answer(acme, post, "person-1", "/copilot seats"))
                    .contains(
                            "12 seats for an unknown amount a month (GitHub does not name the plan of 12, so that their"
                                    + " price is not known)")
                    .doesNotContain(" 0 USD");
            assertThat(answer(acme, post, "person-1", "/copilot cost"))
                    .contains("Budget for seats: not known of 200 USD, not known whether within it")
                    .doesNotContain(" 0 USD");
            assertThat(acme.get("/api/orgs/acme/overview").body())
                    .contains("\"monthly_cost_usd\":null,\"unpriced_seats\":12");

            acme.clock.advance(Duration.ofDays(30));
            assertThat(answer(acme, post, "person-1", "/copilot cost 2026-11"))
                    .contains("an unknown amount for 12 seats on Nov")
                    .contains("GitHub does not name the plan of 12")
                    .contains("| Cost of the seats a month | not known |");
        }
    }

    /** @param logins whose seats; all of them where it is null */
    private static void unnamed(Acme acme, @Nullable Set<String> logins) {
        for (Seat seat : List.copyOf(acme.organization.seats())) {
            if (logins == null || logins.contains(seat.assignee().login())) {
                acme.organization.seat(seat.onPlan("unknown"));
            }
        }
        answer(acme, post(acme), "person-1", "/copilot refresh");
    }

    private static Repository governance(Acme acme) {
        return acme.organization.governance();
    }

    private static Issue post(Acme acme) {
        return governance(acme).issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .findFirst()
                .orElseThrow();
    }

    private static String answer(Acme acme, Issue issue, String login, String command) {
        acme.application.github().people().comment(issue, login, command);
        acme.application.runJobs();
        List<Comment> replies = issue.commentsOf(acme.application.github().bot());
        return replies.getLast().body();
    }
}
