package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Repository;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What giving idle seats back would save, in many worlds, as post, check, command, API, CSV and view tell it. Of 12 seats
 * person-2's, assigned directly, and person-3's, held through a team, are idle. One more seat ends
 * with this billing cycle: P is the pool of the next, in which a saving takes effect, U the use by the end of November,
 * whose 30 days are alike, both in credits at 0.01 USD.
 */
class SavingWorldsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HELD = "; 1 is held through a team, which would have to change";
    private static final String NOTHING = "would save nothing now: the credits that this seat brings are used" + HELD;
    private static final String PARTLY =
            ": the rest of its price would be spent on the credits that this seat brings" + HELD;
    private static final String LIST_PRICES = "business: 19, enterprise: 39";
    private static final String OWN = "organization";

    /**
     * One world.
     *
     * @param creditsADay null where no day is known
     * @param enterprise which seats are of the plan Enterprise, in SQL
     * @param biller null where nobody knows
     * @param boughtUsd what the bill says of credits beyond the pool; null where no bill was ever read
     * @param read when the bill was read
     * @param usd what would be saved, of the one assigned directly and of both
     */
    private record World(
            String byHand,
            @Nullable Integer creditsADay,
            String enterprise,
            String prices,
            @Nullable String biller,
            @Nullable String boughtUsd,
            String read,
            String usd,
            String condition,
            String sentence) {}

    private static World own(String byHand, int creditsADay, String usd, String condition, String sentence) {
        return world(byHand, creditsADay, OWN, usd, condition, sentence);
    }

    private static World world(
            String byHand,
            @Nullable Integer creditsADay,
            @Nullable String biller,
            String usd,
            String condition,
            String sentence) {
        return new World(
                byHand, creditsADay, "person-5", LIST_PRICES, biller, null, "2026-11-18", usd, condition, sentence);
    }

    private static World priced(
            String byHand, int creditsADay, String prices, String usd, String condition, String words) {
        return new World(byHand, creditsADay, "person-5", prices, OWN, null, "2026-11-18", usd, condition, words);
    }

    private static World plans(
            String byHand, int creditsADay, String enterprise, String usd, String condition, String words) {
        return new World(byHand, creditsADay, enterprise, LIST_PRICES, OWN, null, "2026-11-18", usd, condition, words);
    }

    private static World billed(
            String byHand, String boughtUsd, String read, String usd, String condition, String sentence) {
        return new World(byHand, 0, "person-5", LIST_PRICES, OWN, boughtUsd, read, usd, condition, sentence);
    }

    private static final List<World> WORLDS = List.of(
            own(
                    "P = 10 × 1,900 + 3,900 = 22,900; U = 0: 19, and 2 × 19.",
                    0,
                    "19 38",
                    "credits_left_over",
                    "would save up to 19 USD a month" + HELD + " (all together up to 38 USD a month)"),
            own(
                    "U = 30 × 695 = 20,850; P − U = 2,050 = 20.50 USD: 19, and 20.50 of 38.",
                    695,
                    "19 20.5",
                    "credits_left_over",
                    "would save up to 19 USD a month" + HELD
                            + " (all together up to 20 USD a month, as the rest of their"
                            + " price would be spent on credits)"),
            own(
                    "U = 30 × 740 = 22,200; P − U = 700 = 7 USD, of one seat and of both.",
                    740,
                    "7 7",
                    "credits_partly_used",
                    "would save up to 7 USD a month" + PARTLY),
            own("U = 30 × 827 = 24,810, more than P.", 827, "0 0", "credits_used_up", NOTHING),
            own("U = 30 × 2,000 = 60,000: 19 − 0.01 × 1,900 = 0.", 2_000, "0 0", "credits_used_up", NOTHING),
            priced(
                    "U = 0; own prices: 15, and 2 × 15.",
                    0,
                    "business: 15, enterprise: 39",
                    "15 30",
                    "credits_left_over",
                    "would save up to 15 USD a month" + HELD + " (all together up to 30 USD a month)"),
            priced(
                    "U = 60,000; 25 − 0.01 × 1,900 = 6, and 2 × 6.",
                    2_000,
                    "business: 25, enterprise: 39",
                    "6 12",
                    "credits_partly_used",
                    "would save up to 6 USD a month" + PARTLY
                            + " (all together up to 12 USD a month, as the rest of their price would be spent on"
                            + " credits)"),
            priced(
                    "U = 60,000; 15 − 19 is below 0.",
                    2_000,
                    "business: 15, enterprise: 39",
                    "0 0",
                    "credits_used_up",
                    NOTHING),
            plans(
                    "P = 11 × 3,900 = 42,900; U = 30 × 1,370 = 41,100; P − U = 1,800 = 18 USD of 39 and of 78.",
                    1_370,
                    "%",
                    "18 18",
                    "credits_partly_used",
                    "would save up to 18 USD a month" + PARTLY),
            plans(
                    "P = 10 × 1,900 + 3,900; person-3 has Enterprise; U = 0: 19, and 19 + 39.",
                    0,
                    "person-3",
                    "19 58",
                    "credits_left_over",
                    "would save up to 19 USD a month" + HELD + " (all together up to 58 USD a month)"),
            world(
                    "The enterprise's P cannot be seen, so U = 60,000 says nothing: at most 19, and 38.",
                    2_000,
                    "enterprise",
                    "19 38",
                    "enterprise_pool_unknown",
                    "would save up to 19 USD a month if the enterprise's credits are not used up" + HELD
                            + " (all together up to 38 USD a month on the same condition)"),
            world(
                    "Nobody knows who is billed; with the organization's own P and U = 22,200: 7 USD.",
                    740,
                    null,
                    "7 7",
                    "biller_unknown",
                    "would save up to 7 USD a month if the bill is the organization's own" + HELD),
            world(
                    "The same; U = 60,000 is more than P: 0 if that is the pool, and 19 of an enterprise's.",
                    2_000,
                    null,
                    "0 0",
                    "biller_unknown",
                    "would save nothing now if the bill is the organization's own, and up to 19 USD a month if an"
                            + " enterprise is billed whose credits are not used up" + HELD
                            + " (all together up to 38 USD a month if an enterprise is billed)"),
            priced(
                    "U = 60,000; the policy says that a seat costs nothing.",
                    2_000,
                    "business: 0, enterprise: 0",
                    "0 0",
                    "price_zero",
                    "would save nothing: by the policy this seat costs nothing" + HELD),
            billed(
                    "U = 0 by the reports, but 5 USD are billed: U = 24,800 + 500.",
                    "5",
                    "2026-11-18",
                    "0 0",
                    "credits_used_up",
                    NOTHING),
            billed(
                    "The same, by a bill that could not be read for five days.",
                    "5",
                    "2026-11-13",
                    "0 0",
                    "credits_used_up",
                    NOTHING),
            billed(
                    "A bill without bought credits: U = 0.",
                    "0",
                    "2026-11-18",
                    "19 38",
                    "credits_left_over",
                    "would save up to 19 USD a month" + HELD + " (all together up to 38 USD a month)"),
            world(
                    "No day is known, so neither is U: at most 19, and 38.",
                    null,
                    OWN,
                    "19 38",
                    "projection_unknown",
                    "would save up to 19 USD a month if this month's credits are not used up" + HELD
                            + " (all together up to 38 USD a month on the same condition)"));

    @Test
    void everyPlaceSaysOfEachWorldWhatWasComputedByHand() throws IOException {
        try (Acme acme = new Acme()) {
            acme.application.execute("""
                insert into usage_day
                select (jsonb_populate_record(known, jsonb_build_object('day', other::date))).*
                from usage_day known
                cross join generate_series('2026-11-01'::date, '2026-11-14', '1 day') as other
                where known.day = '2026-11-15' and team_id = 0
                """);
            for (World world : WORLDS) {
                make(acme, world);
                expect(acme, world);
            }
        }
    }

    private static void make(Acme acme, World world) {
        long org = acme.organization.id();
        acme.application.execute("update seat set plan_type = case when login like '" + world.enterprise()
                + "' then 'enterprise' else 'business' end");
        acme.application.execute("delete from billing_entity");
        acme.application.execute("delete from billing_month");
        if (world.biller() != null) {
            acme.application.execute(
                    "insert into billing_entity values (" + org + ", '" + world.biller() + "', '2026-11-18')");
        }
        if (world.boughtUsd() != null) {
            acme.application.execute("insert into billing_month (org_id, month, gross_credits, gross_usd, net_credits,"
                    + " net_usd, read_at) values (" + org + ", '2026-11-01', 1000, 10, 100 * " + world.boughtUsd()
                    + ", "
                    + world.boughtUsd() + ", '" + world.read() + "')");
        }
        acme.application.execute(
                world.creditsADay() == null
                        ? "delete from usage_day where day <= '2026-11-14'"
                        : "update usage_day set ai_credits = " + world.creditsADay() + " where team_id = 0");
        acme.policy("version: 1\nseats:\n  price_usd: {" + world.prices() + "}\n");
    }

    private static void expect(Acme acme, World world) throws IOException {
        JsonNode overview = JSON.readTree(acme.get("/api/orgs/acme/overview").body());
        String sentence = "Removing the one assigned directly " + world.sentence() + "." + ending(world, overview);
        String[] usd = world.usd().split(" ");
        Repository governance = acme.organization.governance();
        acme.application
                .github()
                .people()
                .clickCheckAction(SameMoneyEverywhereTest.seatsCheck(governance), "person-1", "post-summary");
        acme.application.runJobs();
        acme.application.pass(Duration.ofSeconds(3));
        Issue post = governance.issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .findFirst()
                .orElseThrow();

        assertThat(post.body()).as(world.byHand()).contains("- [ ] **2 idle seats.** " + sentence);
        JsonNode credits = overview.path("ai_credits");
        boolean ofEnterprise = "enterprise".equals(world.biller());
        assertThat(credits.path("biller").asText())
                .as(world.byHand())
                .isEqualTo(world.biller() == null ? "unknown" : world.biller());
        assertThat(credits.path("share_of_included").isNull())
                .as(world.byHand())
                .isEqualTo(ofEnterprise);
        assertThat(credits.path("projected_overage_usd").isNull())
                .as(world.byHand())
                .isEqualTo(ofEnterprise || world.creditsADay() == null);
        JsonNode idle = overview.path("idle");
        assertThat(idle.path("saves_usd_a_month").decimalValue())
                .as(world.byHand())
                .isEqualByComparingTo(new BigDecimal(usd[0]));
        assertThat(idle.path("saves_with_team_changes_usd_a_month").decimalValue())
                .as(world.byHand())
                .isEqualByComparingTo(new BigDecimal(usd[1]));
        assertThat(idle.path("condition").asText()).as(world.byHand()).isEqualTo(world.condition());
        assertThat(idle.path("in_words").asText()).as(world.byHand()).isEqualTo(sentence);
        assertThat(SameMoneyEverywhereTest.seatsCheck(governance).output().summary())
                .as(world.byHand())
                .contains("2 idle seats. " + sentence);
        assertThat(cost(acme, post)).as(world.byHand()).contains("2 idle seats. " + sentence);
        assertThat(acme.get("/api/orgs/acme/seats.csv").body().lines().filter(line -> line.contains("person-2,")))
                .as(world.byHand())
                .singleElement()
                .asString()
                .endsWith("," + world.condition());
        assertThat(acme.application.query("select trim_scale(saves_usd) || ' ' ||"
                        + " trim_scale(saves_with_team_changes_usd) || ' ' || saving_condition"
                        + " from flightlog.cost_snapshots"))
                .as(world.byHand())
                .containsExactly(world.usd() + " " + world.condition());
    }

    /** A seat of the example ends with the month, which matters where less than the price is saved. */
    private static String ending(World world, JsonNode overview) {
        JsonNode next = overview.path("idle").path("next_month");
        if (List.of("19 38", "15 30", "19 58").contains(world.usd())
                || world.condition().equals("price_zero")) {
            return "";
        }
        assertThat(next.path("ending_seats").intValue()).isEqualTo(1);
        return " That is computed with next month's pool of "
                + String.format(Locale.ROOT, "%,d", next.path("included").longValue())
                + " AI credits, because 1 seat ends with this month.";
    }

    private static String cost(Acme acme, Issue issue) {
        Comment asked = acme.application.github().people().comment(issue, "person-1", "/copilot cost");
        acme.application.runJobs();
        assertThat(asked.reactions()).isNotEmpty();
        return issue.commentsOf(acme.application.github().bot()).getLast().body();
    }
}
