package dev.flightlog.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.CopilotBudget;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.ingest.UsageJob;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.PublicationBusyException;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.sync.SeatsJob;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A month played day by day: which warning came when, once each, and one issue a month. */
class CreditAlertTest {
    private static final FakeApp APP = FakeApp.generate();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T09:00:00Z"));

    @Test
    void eachWarningComesOnceAndTheNextMonthClosesTheIssue() throws InterruptedException {
        FakeGitHub github = FakeGitHub.start(APP, clock);
        try (TestApplication app = TestApplication.start(clock, github, Map.of())) {
            InventedOrganization acme = load(app, "version: 1\n");
            acme.organization().copilot().budgets(List.of(CopilotBudget.ofCredits("b-1", 5, true)));
            BigDecimal budget = october(app);
            acme.organization()
                    .governance()
                    .history()
                    .commit(
                            "main",
                            acme.admin(),
                            "Budget",
                            Map.of(Policy.FILE, "version: 1\nbudget:\n  ai_credits_per_month: " + budget + "\n"));
            long org = acme.organization().id();
            app.bean(JobQueue.class).enqueue(GovernanceJob.TYPE, Long.toString(org), new GovernanceJob.Data(org));
            app.runJobs();

            Map<String, LocalDate> came = new LinkedHashMap<>();
            while (today().isBefore(LocalDate.parse("2026-12-01"))) {
                refresh(app, acme);
                expectNoted(app, budget, came);
                clock.advance(Duration.ofDays(1));
            }

            assertThat(came.keySet()).contains("policy 75", "policy 90", "policy 100");
            Issue alert = alerts(acme).getFirst();
            assertThat(alerts(acme)).hasSize(1);
            assertThat(alert.open()).isTrue();
            assertThat(alert.title())
                    .startsWith("AI credits of acme in November 2026: 100 % of ")
                    .contains("budget");
            came.forEach((warning, day) -> assertThat(alert.body())
                    .containsOnlyOnce("- Nov " + day.getDayOfMonth() + ": " + warning.split(" ")[1] + " % of the "
                            + (warning.startsWith("policy") ? "policy's budget" : "pool")));

            refresh(app, acme);

            assertThat(alerts(acme)).hasSize(1);
            assertThat(alert.open()).isFalse();
            assertThat(app.query("select percent from credit_warning where month = '2026-12-01'"))
                    .isEmpty();
        }
    }

    @Test
    void whoeverLooksAtTheSameMomentOpensOneIssue() throws InterruptedException {
        clock.set(Instant.parse("2026-11-18T09:00:00Z"));
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            InventedOrganization acme = load(app, "version: 1\n");
            assertThat(alerts(acme)).isEmpty();
            app.execute("insert into credit_warning values ("
                    + acme.organization().id() + ", '2026-11-01', 'pool', 75, now(), 1, 1)");

            CreditAlertJob.Data data =
                    new CreditAlertJob.Data(acme.organization().id());
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

    /** The sum that is known on this day decides, and nothing is noted twice. */
    private void expectNoted(TestApplication app, BigDecimal budget, Map<String, LocalDate> came) {
        BigDecimal used = new BigDecimal(
                app.query("select coalesce(sum(ai_credits), 0) from usage_day where team_id = 0 and day >= '2026-11-01'"
                                + " and day <= '2026-11-30'")
                        .getFirst());
        BigDecimal pool = new BigDecimal(app.query("select 1900 * count(*) from seat where ended_at is null")
                .getFirst());
        expect(app, "policy", used, budget, came);
        expect(app, "pool", used, pool, came);
    }

    private void expect(
            TestApplication app, String limit, BigDecimal used, BigDecimal amount, Map<String, LocalDate> came) {
        for (int percent : new int[] {75, 90, 100}) {
            boolean reached =
                    used.multiply(BigDecimal.valueOf(100)).compareTo(amount.multiply(BigDecimal.valueOf(percent))) >= 0;
            List<String> noted = app.query("select noticed_at at time zone 'utc' from credit_warning"
                    + " where month = '2026-11-01' and spending_limit = '" + limit + "' and percent = " + percent);
            if (reached) {
                LocalDate day = came.computeIfAbsent(limit + " " + percent, _ -> today());
                assertThat(noted)
                        .as("%s %s on %s", limit, percent, today())
                        .singleElement()
                        .satisfies(moment -> assertThat(moment).startsWith(day.toString()));
            } else if (!came.containsKey(limit + " " + percent)) {
                assertThat(noted).as("%s %s on %s", limit, percent, today()).isEmpty();
            }
        }
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
        jobs.enqueue(SeatsJob.TYPE, Long.toString(org), new SeatsJob.Data(org));
        jobs.enqueue(UsageJob.TYPE, Long.toString(org), new UsageJob.Data(org, null));
        app.runJobs();
    }
}
