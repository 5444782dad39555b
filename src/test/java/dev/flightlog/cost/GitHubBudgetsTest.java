package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flightlog.copilot.Budget;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.CopilotBudget;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.sync.SeatsJob;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GitHub's own budgets: every page, type and scope; and an organization that has none to show. */
class GitHubBudgetsTest {
    private static final FakeApp APP = FakeApp.generate();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    @Test
    void everyPageTypeAndScopeIsRead() {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            Organization acme = install(app);
            assertThat(budgets(app, acme)).isEqualTo(new GitHubBudgets.NotRead());
            List<CopilotBudget> set = new ArrayList<>(List.of(
                    CopilotBudget.ofCredits("credits", 500, true),
                    new CopilotBudget(
                            "each", "BundlePricing", "ai_credits", "multi_user_customer", 40, true, false, null),
                    new CopilotBudget("one", "BundlePricing", "ai_credits", "user", 90, true, false, "person-1"),
                    new CopilotBudget("repo", "ProductPricing", "actions", "repository", 10, false, true, null),
                    new CopilotBudget("sku", "SkuPricing", "actions_linux", "organization", 20, false, false, null),
                    new CopilotBudget("new", "SeasonPricing", "sun", "planet", 1, false, false, null)));
            for (int more = 0; more < 200; more++) {
                set.add(new CopilotBudget(
                        "more-" + more, "SkuPricing", "sku-" + more, "organization", more, false, false, null));
            }
            acme.copilot().budgets(set);

            grant(app, acme);
            seats(app, acme);

            List<Budget> known = ((GitHubBudgets.Known) budgets(app, acme)).budgets();
            assertThat(known).hasSize(206);
            assertThat(known.subList(0, 3))
                    .extracting(Budget::id, Budget::scope, Budget::amount, Budget::stopsUse)
                    .containsExactly(
                            tuple("credits", Budget.Scope.ORGANIZATION, 500L, true),
                            tuple("each", Budget.Scope.MULTI_USER_CUSTOMER, 40L, true),
                            tuple("one", Budget.Scope.USER, 90L, true));
            assertThat(known)
                    .contains(new Budget("new", Budget.Type.OTHER, "sun", Budget.Scope.OTHER, 1, false, false));
            assertThat(app.query("select row_to_json(github_budget) from github_budget"))
                    .as("whom a budget is about is not kept")
                    .noneMatch(row -> row.contains("person-1") || row.contains("ada"));

            acme.copilot().budgets(List.of());
            seats(app, acme);
            assertThat(budgets(app, acme))
                    .isInstanceOfSatisfying(
                            GitHubBudgets.Known.class,
                            none -> assertThat(none.budgets()).isEmpty());
        }
    }

    @Test
    void whereTheEnterpriseIsBilledTheyAreNotAvailable() {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            Organization acme = install(app);
            acme.copilot().billingReports(false);

            grant(app, acme);
            seats(app, acme);

            assertThat(budgets(app, acme))
                    .isInstanceOfSatisfying(
                            GitHubBudgets.NotAvailable.class,
                            none -> assertThat(none.refusal().why())
                                    .startsWith("GitHub has no budgets of this organization (404)"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, The app may not read the organization's budgets (403).",
        "404, GitHub has no budgets of this organization (404)",
    })
    void whatGitHubRefusesIsNotAvailableHereAndKeepsNothingElse(int status, String why) {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            Organization acme = install(app);
            acme.copilot().budgets(List.of(CopilotBudget.ofCredits("credits", 500, true)));
            app.github().faults().always("GET /organizations/acme/settings/billing/budgets", Fault.status(status));

            grant(app, acme);
            seats(app, acme);

            assertThat(budgets(app, acme))
                    .isInstanceOfSatisfying(
                            GitHubBudgets.NotAvailable.class,
                            none -> assertThat(none.refusal().why()).startsWith(why));
            assertThat(cost(app, acme))
                    .contains("GitHub's own budgets are not available here: ")
                    .contains("114 USD for 6 seats");
            assertThat(app.query("select outcome from source_read where source = 'seats'"))
                    .containsExactly("read");
        }
    }

    @Test
    void whatWasKnownStaysWithItsDateWhenItCannotBeRead() {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            Organization acme = install(app);
            acme.copilot().budgets(List.of(CopilotBudget.ofCredits("credits", 500, true)));
            grant(app, acme);
            seats(app, acme);
            assertThat(budgets(app, acme).afterPool()).isEqualTo(new AfterPool.StopsAt(500));

            app.github().faults().always("GET /organizations/acme/settings/billing/budgets", Fault.status(403));
            clock.set(Instant.parse("2026-11-19T09:00:00Z"));
            seats(app, acme);
            clock.set(Instant.parse("2026-11-20T09:00:00Z"));
            seats(app, acme);

            assertThat(budgets(app, acme)).isInstanceOfSatisfying(GitHubBudgets.LastKnown.class, last -> {
                assertThat(last.budgets()).extracting(Budget::id).containsExactly("credits");
                assertThat(last.readAt()).isEqualTo("2026-11-18T09:00:00Z");
                assertThat(last.refusal().orElseThrow().since()).isEqualTo("2026-11-19T09:00:00Z");
            });
            assertThat(budgets(app, acme).afterPool()).isEqualTo(new AfterPool.NotKnown());
            assertThat(cost(app, acme))
                    .contains("Budgets on GitHub as last read on Nov 18, 2026; nobody is warned by them. Since Nov 19,"
                            + " 2026 they are not available: The app may not read the organization's budgets (403).")
                    .contains("- AI credits of the organization beyond the pool: 500 USD a month, stops use");

            app.github().faults().clear();
            seats(app, acme);
            assertThat(budgets(app, acme)).isInstanceOf(GitHubBudgets.Known.class);
        }
    }

    @Test
    void whatGitHubDoesNotConfirmForTwoDaysMayHaveChanged() {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            Organization acme = install(app);
            acme.copilot().budgets(List.of(CopilotBudget.ofCredits("credits", 500, true)));
            grant(app, acme);
            seats(app, acme);

            app.github().faults().always("GET /organizations/acme/settings/billing/budgets", Fault.status(502));
            clock.set(Instant.parse("2026-11-20T09:00:00Z"));
            seats(app, acme);
            assertThat(budgets(app, acme)).isInstanceOf(GitHubBudgets.Known.class);
            clock.set(Instant.parse("2026-11-20T09:00:01Z"));

            assertThat(budgets(app, acme))
                    .isInstanceOfSatisfying(
                            GitHubBudgets.LastKnown.class,
                            last -> assertThat(last.refusal()).isEmpty());
            assertThat(cost(app, acme)).contains("nobody is warned by them. GitHub has not given them since.");
        }
    }

    /** Usage of November's last days arrives in December, and so does the warning about them. */
    @Test
    void whoReachesAnOwnBudgetInTheMonthsLastDaysIsKnownInTheNextMonth() {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            Organization acme = install(app);
            acme.copilot()
                    .budgets(List.of(new CopilotBudget(
                            "b-1", "BundlePricing", "ai_credits", "user", 10, true, true, "person-1")));
            grant(app, acme);
            app.execute("create table of_november partition of usage_user_day for values from ('2026-11-01') to"
                    + " ('2026-12-01')");
            app.execute("""
                insert into usage_user_day
                select (jsonb_populate_record(null::usage_user_day, jsonb_object_agg(column_name, nothing)
                        || jsonb_build_object('org_id', person.org_id, 'person_id', person.person_id
                                            , 'day', '2026-11-30', 'ai_credits', 900))).*
                from person
                cross join information_schema.columns
                cross join lateral (
                    select case data_type when 'boolean' then 'false'::jsonb else '0'::jsonb end as nothing) as filler
                where table_name = 'usage_user_day' and table_schema = 'public' and login = 'person-1'
                group by person.org_id, person.person_id
                """);
            YearMonth november = YearMonth.of(2026, 11);

            clock.set(Instant.parse("2026-12-02T09:00:00Z"));
            seats(app, acme);
            assertThat(budgets(app, acme).ownReached(november)).contains(90);
            assertThat(budgets(app, acme).ownReached(november.plusMonths(1))).contains(0);

            clock.set(Instant.parse("2026-12-06T09:00:00Z"));
            seats(app, acme);
            assertThat(budgets(app, acme).ownReached(november))
                    .as("nothing arrives any more")
                    .isEmpty();
        }
    }

    @Test
    void aBudgetOfZeroForPeopleSaysWhatItDoes() {
        assertThat(GitHubBudgetWords.amount(ofNothing(Budget.Scope.MULTI_USER_CUSTOMER)))
                .isEqualTo("0 USD a month, so that none of them may use any");
        assertThat(GitHubBudgetWords.amount(ofNothing(Budget.Scope.USER)))
                .isEqualTo("0 USD a month, so that this person may use none");
        assertThat(GitHubBudgetWords.amount(ofNothing(Budget.Scope.ORGANIZATION)))
                .isEqualTo("0 USD a month");
    }

    private static Budget ofNothing(Budget.Scope scope) {
        return new Budget("b-1", Budget.Type.BUNDLE, "ai_credits", scope, 0, true, true);
    }

    /** The last answer that told it counts: an outage, a rate limit or a missing permission says nothing of it. */
    @ParameterizedTest
    @CsvSource({"500", "429", "403"})
    void whoseBillItIsStaysKnownWhileGitHubDoesNotAnswer(int status) {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            Organization acme = install(app);
            assertThat(biller(app, acme)).isEqualTo(Biller.UNKNOWN);
            acme.copilot().billingReports(false);
            app.github().faults().always("GET /organizations/acme/settings/billing/ai_credit/usage", noAnswer(status));
            grant(app, acme);
            readLater(app, acme);
            assertThat(biller(app, acme)).as("nobody ever told").isEqualTo(Biller.UNKNOWN);

            app.github().faults().clear();
            readLater(app, acme);
            assertThat(biller(app, acme))
                    .as("no report says nothing of who is billed")
                    .isEqualTo(Biller.UNKNOWN);

            app.github()
                    .faults()
                    .always(
                            "GET /organizations/acme/settings/billing/ai_credit/usage",
                            new Fault.Status(403, "Billing is managed by the enterprise", null, false));
            readLater(app, acme);
            assertThat(biller(app, acme)).isEqualTo(Biller.ENTERPRISE);

            app.github().faults().clear();
            app.github().faults().always("GET /organizations/acme/settings/billing/ai_credit/usage", noAnswer(status));
            readLater(app, acme);
            assertThat(biller(app, acme)).isEqualTo(Biller.ENTERPRISE);

            app.github().faults().clear();
            acme.copilot().billingReports(true);
            readLater(app, acme);
            assertThat(biller(app, acme)).isEqualTo(Biller.ORGANIZATION);

            acme.copilot().billingReports(false);
            readLater(app, acme);
            assertThat(biller(app, acme)).as("it has no report any more").isEqualTo(Biller.UNKNOWN);
        }
    }

    /** A rate limit is over by then. */
    private void readLater(TestApplication app, Organization acme) {
        clock.advance(Duration.ofHours(2));
        seats(app, acme);
    }

    private static Fault noAnswer(int status) {
        return status == 403
                ? new Fault.Status(403, "Resource not accessible by integration", null, false)
                : Fault.status(status);
    }

    private static Biller biller(TestApplication app, Organization acme) {
        Costs costs = app.bean(Costs.class);
        return costs.of(acme.id(), SeatRules.DEFAULTS, costs.currentMonth()).biller();
    }

    private static String cost(TestApplication app, Organization acme) {
        Issue issue = app.github().people().openIssue(acme.governance(), "ada", "Questions", "Ask here");
        app.github().people().comment(issue, "ada", "/copilot cost");
        app.runJobs();
        return issue.commentsOf(app.github().bot()).getLast().body();
    }

    private static Organization install(TestApplication app) {
        Organization acme = app.github().world().addOrganization("acme");
        Repository governance = acme.addRepository("copilot-governance");
        governance.history().commit("main", acme.addOwner("ada"), "Begin", Map.of("README.md", "# Copilot\n"));
        for (int number = 1; number <= 6; number++) {
            acme.seat(Seat.direct(acme.addMember("person-" + number), Instant.parse("2026-01-05T10:00:00Z")));
        }
        app.github().installApp(acme);
        app.runJobs();
        return acme;
    }

    private static void grant(TestApplication app, Organization acme) {
        app.github()
                .administrators()
                .accept(app.github().world().installationOf(acme).orElseThrow(), BillingSync.PERMISSION, "read");
        app.runJobs();
    }

    private static void seats(TestApplication app, Organization acme) {
        app.bean(JobQueue.class).enqueue(SeatsJob.TYPE, new OrganizationJob(acme.id()));
        app.runJobs();
    }

    private static GitHubBudgets budgets(TestApplication app, Organization acme) {
        return app.bean(GitHubBudgetStore.class).of(acme.id());
    }
}
