package dev.flightlog.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.BillingSync;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.CopilotBudget;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.ingest.UsageJob;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.PublicationBusyException;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.summary.SummaryJob;
import dev.flightlog.support.Golden;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.sync.SeatsJob;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A month played day by day: which warning came when, once each, and one issue a month. */
class CreditAlertTest {
    private static final FakeApp APP = FakeApp.generate();

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T09:00:00Z"));

    @Test
    void eachWarningComesOnceAndTheNextMonthClosesTheIssue() {
        FakeGitHub github = FakeGitHub.start(APP, clock);
        try (TestApplication app = TestApplication.start(clock, github, Map.of())) {
            InventedOrganization acme = load(app, "version: 1\n");
            BigDecimal budget = october(app);
            budget(app, acme, budget);
            Limit policy = new Limit("policy:" + budget, "the policy's budget", USED, budget.toString());
            Limit pool = new Limit("pool", "the pool", USED, POOL);

            Map<String, LocalDate> came = play(app, acme, LocalDate.parse("2026-11-28"), policy, pool);

            assertThat(came.keySet())
                    .containsExactly(policy.key() + " 75", policy.key() + " 90", policy.key() + " 100");
            Issue alert = alerts(acme).getFirst();
            assertThat(alerts(acme)).hasSize(1);
            assertThat(alert.open()).isTrue();
            assertThat(alert.title()).isEqualTo("AI credits of acme in November 2026: 100 % of the policy's budget");

            budget(app, acme, budget.multiply(BigDecimal.TEN));
            refresh(app, acme);

            assertThat(alert.title())
                    .isEqualTo("AI credits of acme in November 2026: below 75 % of the pool and of every budget again");
            assertThat(alert.body()).contains("Less than 75 % of the pool and of every budget is used now.");
            expectHistory(alert, came, policy);

            clock.set(Instant.parse("2026-12-01T09:00:00Z"));
            refresh(app, acme);

            assertThat(alert.open()).as("while usage of November arrives").isTrue();

            clock.set(Instant.parse("2026-12-06T09:00:00Z"));
            refresh(app, acme);

            assertThat(alerts(acme)).hasSize(1);
            assertThat(alert.open()).isFalse();
            assertThat(app.query("select percent from credit_warning where month = '2026-12-01'"))
                    .isEmpty();
        }
    }

    /** Seven seats bring 13,300 credits; October used 22,161. */
    @Test
    void thePoolAndGitHubsBudgetsWarnInTheirTurn() {
        FakeGitHub github = FakeGitHub.start(APP, clock);
        try (TestApplication app = TestApplication.start(clock, github, Map.of())) {
            InventedOrganization acme = load(app, "version: 1\n");
            String heavy = app.query("select login from usage_user_day join person using (org_id, person_id)"
                            + " group by login order by sum(ai_credits) desc limit 1")
                    .getFirst();
            List<Seat> seats = acme.organization().seats();
            seats.subList(7, seats.size()).forEach(seat -> acme.organization().removeSeat(seat.assignee()));
            acme.organization().copilot().includedCredits(BigDecimal.valueOf(13_300));
            acme.organization()
                    .copilot()
                    .budgets(List.of(
                            CopilotBudget.ofCredits("b-1", 50, true),
                            new CopilotBudget(
                                    "b-2", "BundlePricing", "ai_credits", "multi_user_customer", 10, true, true, null),
                            new CopilotBudget("b-3", "BundlePricing", "ai_credits", "user", 9, true, true, heavy)));
            app.github()
                    .administrators()
                    .accept(
                            app.github()
                                    .world()
                                    .installationOf(acme.organization())
                                    .orElseThrow(),
                            BillingSync.PERMISSION,
                            "read");
            app.runJobs();
            Limit pool = new Limit("pool", "the pool", USED, POOL);
            Limit gitHub = new Limit(
                    "github:b-1:50",
                    "GitHub's budget",
                    "select coalesce(sum(net_usd), 0) from billing_month where month = '2026-11-01'",
                    "50");
            Limit person = new Limit(
                    "person:b-2:10",
                    "GitHub's budget for each person",
                    "select coalesce(max(usd), 0) from (select sum(ai_credits) / 100 as usd from usage_user_day"
                            + " where day between '2026-11-01' and '2026-11-30' group by person_id) as person",
                    "10");

            Limit own = new Limit(
                    "own",
                    "a person's own budget",
                    "select coalesce(max(own_reached), 0) from github_budget_read",
                    "100");

            Map<String, LocalDate> came = play(app, acme, LocalDate.parse("2026-12-01"), pool, gitHub, person, own);

            assertThat(came.keySet())
                    .containsExactlyInAnyOrder(
                            "pool 75",
                            "pool 90",
                            "pool 100",
                            "github:b-1:50 75",
                            "github:b-1:50 90",
                            "github:b-1:50 100",
                            "person:b-2:10 75",
                            "person:b-2:10 90",
                            "person:b-2:10 100",
                            "own 75",
                            "own 90",
                            "own 100");
            Issue alert = alerts(acme).getFirst();
            assertThat(alerts(acme)).hasSize(1);
            expectHistory(alert, came, pool, gitHub, person, own);
            assertThat(app.query(
                            "select sum(ai_credits) >= 900 from usage_user_day join person using (org_id, person_id)"
                                    + " where day between '2026-11-01' and '2026-11-27' and login = '" + heavy + "'"))
                    .as("used up a day before the end, as it was warned")
                    .containsExactly("t");
            assertThat(app.query("select row_to_json(github_budget) || '' || row_to_json(known) from github_budget"
                            + " cross join github_budget_read as known"))
                    .as("whom a budget is about is not kept")
                    .noneMatch(row -> row.contains(heavy));
            Golden.assertMatches("alert/credits.md", alert.title() + "\n\n" + alert.body());

            clock.set(Instant.parse("2026-12-06T09:00:00Z"));
            refresh(app, acme);
            assertThat(alert.open()).as("in December").isFalse();
        }
    }

    /** Usage of a day arrives days later: a budget that the month's last days use up is known of in the next month only. */
    @Test
    void whatTheLastDaysUseUpIsWarnedOfInTheNextMonth() {
        clock.set(Instant.parse("2026-11-30T09:00:00Z"));
        FakeGitHub github = FakeGitHub.start(APP, clock);
        try (TestApplication app = TestApplication.start(clock, github, Map.of())) {
            InventedOrganization acme = load(app, "version: 1\n");
            BigDecimal budget = new BigDecimal(app.query(USED).getFirst())
                    .add(BigDecimal.ONE)
                    .setScale(0, RoundingMode.DOWN);
            budget(app, acme, budget);
            refresh(app, acme);
            clock.advance(Duration.ofDays(1));
            // What the policy allows from December on says nothing about November.
            budget(app, acme, budget.multiply(BigDecimal.TEN));
            Limit policy = new Limit("policy:" + budget, "the policy's budget", USED, budget.toString());
            Map<String, LocalDate> came = new LinkedHashMap<>(Map.of(
                    policy.key() + " 75", LocalDate.parse("2026-11-30"),
                    policy.key() + " 90", LocalDate.parse("2026-11-30")));
            Set<Boolean> closed = new LinkedHashSet<>();

            while (today().isBefore(LocalDate.parse("2026-12-08"))) {
                play(app, acme, today().plusDays(1), came, policy);
                boolean lastDayKnown = app.query(
                                "select count(*) from usage_day where team_id = 0 and day = '2026-11-30'")
                        .getFirst()
                        .equals("1");
                assertThat(alerts(acme).getFirst().open())
                        .as("the day before %s", today())
                        .isEqualTo(!lastDayKnown);
                closed.add(lastDayKnown);
                if (today().equals(LocalDate.parse("2026-12-04"))) {
                    expectThePostToSayHowNovemberEnded(app, acme);
                }
            }

            refresh(app, acme);
            Issue alert = alerts(acme).getFirst();
            assertThat(closed).as("first open, then closed").containsExactly(false, true);
            assertThat(alerts(acme)).hasSize(1);
            assertThat(alert.title()).isEqualTo("AI credits of acme in November 2026: 100 % of the policy's budget");
            assertThat(came.get(policy.key() + " 100")).isAfter(LocalDate.parse("2026-11-30"));
            expectHistory(alert, came, policy);

            clock.set(Instant.parse("2026-12-09T09:00:00Z"));
            refresh(app, acme);
            assertThat(post(app, acme, "2026-W49").body())
                    .as("the week in which November ended")
                    .contains("AI credits, Dec 1 – ", ", on course for ", " by Dec 31")
                    .contains(" November ended with "
                            + Numbers.whole(new BigDecimal(app.query(USED).getFirst())) + " AI credits of the ")
                    .contains("% of the policy's budget of " + Numbers.whole(budget) + ".");
        }
    }

    /**
     * The turn of the month day by day: seven seats bring 13,300 credits, and GitHub's budget is 105 USD. The usage of Monday,
     * Nov 30, uses it up, and is known on Dec 2; GitHub's bill has it on Dec 6 only.
     */
    @Test
    void whatGitHubsBillDoesNotHaveYetIsWarnedOfOverTheTurnOfTheMonth() {
        clock.set(Instant.parse("2026-11-28T09:00:00Z"));
        FakeGitHub github = FakeGitHub.start(APP, clock);
        try (TestApplication app = TestApplication.start(clock, github, Map.of())) {
            InventedOrganization acme = load(app, "version: 1\n");
            List<Seat> seats = acme.organization().seats();
            seats.subList(7, seats.size()).forEach(seat -> acme.organization().removeSeat(seat.assignee()));
            acme.organization().copilot().includedCredits(BigDecimal.valueOf(13_300));
            acme.organization().copilot().budgets(List.of(CopilotBudget.ofCredits("b-1", 105, true)));
            acme.organization().copilot().billedCredits(month -> month.equals(NOVEMBER) ? bill(app) : BigDecimal.ZERO);
            app.github()
                    .administrators()
                    .accept(
                            app.github()
                                    .world()
                                    .installationOf(acme.organization())
                                    .orElseThrow(),
                            BillingSync.PERMISSION,
                            "read");
            app.runJobs();
            Map<LocalDate, String> turn = new LinkedHashMap<>();

            while (today().isBefore(LocalDate.parse("2026-12-09"))) {
                refresh(app, acme);
                CostOfMonth november =
                        app.bean(Costs.class).of(acme.organization().id(), SeatRules.DEFAULTS, NOVEMBER);
                turn.put(
                        today(),
                        String.join(
                                        " ",
                                        app.query("select coalesce(max(percent), 0) from credit_warning where month ="
                                                + " '2026-11-01' and spending_limit = 'github:b-1:105'"))
                                + (november.billMoves() ? " so far" : "")
                                + (november.billIsFinal() ? " final" : "")
                                + (isOpen(acme, "November") ? " open" : " closed"));
                clock.advance(Duration.ofDays(1));
            }

            refresh(app, acme);
            assertThat(turn)
                    .containsEntry(LocalDate.parse("2026-11-30"), "90 open")
                    .containsEntry(LocalDate.parse("2026-12-01"), "90 so far open")
                    .containsEntry(LocalDate.parse("2026-12-02"), "100 so far open")
                    .containsEntry(LocalDate.parse("2026-12-05"), "100 so far open")
                    .containsEntry(LocalDate.parse("2026-12-06"), "100 final closed")
                    .containsEntry(LocalDate.parse("2026-12-08"), "100 final closed");
            assertThat(app.query("select read_at::date from billing_month where month = '2026-11-01'"))
                    .as("not read again once it is final")
                    .containsExactly("2026-12-06");
            assertThat(alerts(acme))
                    .filteredOn(alert -> alert.title().contains("November"))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.open()).isFalse());
        }
    }

    private static boolean isOpen(InventedOrganization acme, String month) {
        return alerts(acme).stream().anyMatch(alert -> alert.title().contains(month) && alert.open());
    }

    /** Six days behind, until it has all of November. */
    private BigDecimal bill(TestApplication app) {
        LocalDate through = today().isBefore(LocalDate.parse("2026-12-06")) ? today().minusDays(6) : today();
        return new BigDecimal(app.query("select coalesce(sum(ai_credits), 0) from usage_day where team_id = 0 and day"
                        + " between '2026-11-01' and least('2026-11-30', '" + through + "'::date)")
                .getFirst());
    }

    @Test
    void whoeverLooksAtTheSameMomentOpensOneIssue() throws InterruptedException {
        clock.set(Instant.parse("2026-11-18T09:00:00Z"));
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            InventedOrganization acme = load(app, "version: 1\n");
            assertThat(alerts(acme)).isEmpty();
            app.execute("insert into credit_warning values ("
                    + acme.organization().id() + ", '2026-11-01', 'pool', 75, now(), 1, 1)");

            OrganizationJob data = new OrganizationJob(acme.organization().id());
            List<Thread> replicas = IntStream.range(0, 6)
                    .mapToObj(_ -> Thread.startVirtualThread(() -> {
                        try {
                            app.bean(CreditAlertJob.class).run(data);
                        } catch (PublicationBusyException busy) {
                            // The other one is at it; a job comes again.
                        }
                    }))
                    .toList();
            for (Thread replica : replicas) {
                replica.join();
            }

            assertThat(alerts(acme)).hasSize(1);
        }
    }

    private static final String USED = "select coalesce(sum(ai_credits), 0) from usage_day where team_id = 0 and day"
            + " between '2026-11-01' and '2026-11-30'";
    private static final String POOL = "1900 * (select count(*) from seat where ended_at is null)";

    /**
     * Something that may be used up.
     *
     * @param words as the issue calls it
     * @param used and {@code amount} in SQL
     */
    private record Limit(String key, String words, String used, String amount) {
        boolean reached(TestApplication app, int percent) {
            return app.query("select (" + used + ") * 100 >= (" + amount + ") * " + percent)
                    .getFirst()
                    .equals("t");
        }
    }

    /** Day by day: what is known on a day decides, and nothing is noted twice. */
    private Map<String, LocalDate> play(
            TestApplication app, InventedOrganization acme, LocalDate until, Limit... limits) {
        Map<String, LocalDate> came = new LinkedHashMap<>();
        play(app, acme, until, came, limits);
        return came;
    }

    private void play(
            TestApplication app,
            InventedOrganization acme,
            LocalDate until,
            Map<String, LocalDate> came,
            Limit... limits) {
        while (today().isBefore(until)) {
            refresh(app, acme);
            for (Limit limit : limits) {
                for (int percent : new int[] {75, 90, 100}) {
                    expect(app, limit, percent, came);
                }
            }
            clock.advance(Duration.ofDays(1));
        }
    }

    private void expect(TestApplication app, Limit limit, int percent, Map<String, LocalDate> came) {
        String warning = limit.key() + " " + percent;
        if (limit.reached(app, percent)) {
            came.putIfAbsent(warning, today());
        }
        List<String> noted = app.query("select (noticed_at at time zone 'utc')::date from credit_warning"
                + " where month = '2026-11-01' and spending_limit = '" + limit.key() + "' and percent = " + percent);
        LocalDate day = came.get(warning);
        assertThat(noted).as("%s on %s", warning, today()).isEqualTo(day == null ? List.of() : List.of(day.toString()));
    }

    private static void expectHistory(Issue alert, Map<String, LocalDate> came, Limit... limits) {
        for (Limit limit : limits) {
            came.forEach((warning, day) -> {
                if (warning.startsWith(limit.key() + " ")) {
                    assertThat(alert.body())
                            .containsOnlyOnce("- " + Dates.day(day) + ": "
                                    + warning.substring(limit.key().length() + 1) + " % of " + limit.words());
                }
            });
        }
    }

    /** Its week ends in November, so that December's budget, which is ten times as large, says nothing about it. */
    private static void expectThePostToSayHowNovemberEnded(TestApplication app, InventedOrganization acme) {
        assertThat(post(app, acme, "2026-W48").body())
                .contains("AI credits, Nov 1 – 30: ", " included with the seats (", " of the policy's budget of ")
                .contains("**AI credits are over budget**: ", " used in November, budget ")
                .doesNotContain("on course");
    }

    private static Issue post(TestApplication app, InventedOrganization acme, String week) {
        app.bean(JobQueue.class)
                .enqueue(
                        SummaryJob.TYPE, SummaryJob.Data.due(acme.organization().id()));
        app.runJobs();
        return acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().contains(week))
                .findFirst()
                .orElseThrow();
    }

    private static void budget(TestApplication app, InventedOrganization acme, BigDecimal credits) {
        acme.organization()
                .governance()
                .history()
                .commit(
                        "main",
                        acme.admin(),
                        "Budget",
                        Map.of(Policy.FILE, "version: 1\nbudget:\n  ai_credits_per_month: " + credits + "\n"));
        long org = acme.organization().id();
        app.bean(JobQueue.class).enqueue(GovernanceJob.TYPE, new OrganizationJob(org));
        app.runJobs();
    }

    /** What October used, so that November passes every threshold of a budget of three fifths of it. */
    private static BigDecimal october(TestApplication app) {
        return new BigDecimal(
                        app.query("select sum(ai_credits) from usage_day where team_id = 0 and day between '2026-10-05'"
                                        + " and '2026-10-18'")
                                .getFirst())
                .setScale(0, RoundingMode.UP);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static List<Issue> alerts(InventedOrganization acme) {
        return acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith("AI credits"))
                .toList();
    }

    private static InventedOrganization load(TestApplication app, String policy) {
        InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 46, 60, 9, 10)
                .punctual();
        acme.organization().governance().history().commit("main", acme.admin(), "Policy", Map.of(Policy.FILE, policy));
        app.github().installApp(acme.organization());
        app.runJobs();
        return acme;
    }

    private void refresh(TestApplication app, InventedOrganization acme) {
        acme.refreshSeats(today());
        long org = acme.organization().id();
        JobQueue jobs = app.bean(JobQueue.class);
        jobs.enqueue(UsageJob.TYPE, new UsageJob.Data(org, null));
        app.runJobs();
        // After the usage: a budget of one person is looked at when budgets are read.
        jobs.enqueue(SeatsJob.TYPE, new OrganizationJob(org));
        app.runJobs();
    }
}
