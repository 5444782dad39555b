package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever GitHub does during the first load: it is named, it ends right once it is over, and nothing is doubled. */
class GitHubFaultsTest {
    private static final String USAGE = "GET /orgs/%s/copilot/metrics/reports/users-28-day/latest";
    private static final String REPORTS = "GET /orgs/%s/copilot/metrics/reports/";
    private static final String FILE = "GET /users-28-day/";
    private static final String SEATS = "GET /orgs/%s/copilot/billing/seats";
    private static final String BILL = "GET /organizations/%s/settings/billing/ai_credit/usage";
    private static final String PEOPLE = "GET /orgs/%s/members";
    private static final String GOVERNANCE = "GET /repos/%s/copilot-governance$";
    private static final String ISSUES = "POST /repos/%s/copilot-governance/issues$";

    private static final List<String> TABLES = List.of(
            "person", "team", "team_member", "seat", "usage_user_day", "usage_team_day", "usage_day", "usage_week");

    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
    private static TestApplication app;
    private static Map<String, String> undisturbed;

    @BeforeAll
    static void start() {
        SettableClock clock = new SettableClock(Instant.parse("2026-03-18T00:10:00Z"));
        app = TestApplication.start(
                        clock, FakeGitHub.start(FakeApp.generate(), clock), Map.of("flightlog.github.timeout", "700ms"))
                .careless();
        Organization organization = organization();
        app.github().installApp(organization);
        app.runJobs();
        assertThat(summaries(organization)).hasSize(1);
        undisturbed = rows(organization);
    }

    @AfterEach
    void nothingIsLeft() {
        app.github().faults().clear();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("500", USAGE, Fault.status(500), 1, "usage later"),
                Arguments.of("502", SEATS, Fault.status(502), 1, "seats later"),
                Arguments.of("503", PEOPLE, Fault.status(503), 1, "directory later"),
                Arguments.of("503 of the repository", GOVERNANCE, Fault.status(503), 1, "governance later"),
                Arguments.of(
                        "503 of a report that is being made",
                        REPORTS + "repos-1-day",
                        Fault.status(503),
                        1,
                        "usage read"),
                Arguments.of("a stall", USAGE, Fault.stall(Duration.ofSeconds(2)), 1, "usage later"),
                Arguments.of("a reset", SEATS, Fault.resetMidBody(), 1, "seats later"),
                Arguments.of("a reset inside a file", FILE, Fault.resetMidBody(), 1, "usage later"),
                Arguments.of("a truncated line", FILE, Fault.truncatedLine(), 1, "usage later"),
                Arguments.of("500 of the file host", FILE, Fault.status(500), 1, "usage later"),
                Arguments.of("a link that leads nowhere once", FILE, Fault.linkGone(), 1, "usage read"),
                Arguments.of("a link that leads nowhere", FILE, Fault.linkGone(), 2, "usage later"),
                Arguments.of("an expired link", FILE, Fault.expiredLink(), 1, "usage read"),
                Arguments.of("429", USAGE, Fault.secondaryLimit(429, Duration.ofSeconds(20)), 1, "usage later"),
                Arguments.of("429 without Retry-After", SEATS, Fault.secondaryLimit(429, null), 1, "seats later"),
                Arguments.of("secondary 403", PEOPLE, Fault.secondaryLimit(403, null), 1, "directory later"),
                Arguments.of("403, none left", USAGE, Fault.primaryLimit(), 1, "usage later"),
                Arguments.of("500 on the post", ISSUES, Fault.status(500), 1, "posts later"),
                Arguments.of("a lost answer to the post", ISSUES, Fault.lostAnswer(), 1, "posts later"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theFirstLoadEndsRightAfter(String name, String request, Fault fault, int times, String outcome) {
        Organization organization = organization();
        app.github().faults().next(request.formatted(organization.login()), times, fault);
        app.github().installApp(organization);
        app.runJobs();

        assertThat(app.github().faults().pending()).as("waits to be hit").isFalse();
        assertThat(outcomes(organization)).contains(outcome);
        assertThat(app.query("select source from source_read where outcome <> 'read' and detail is null and org_id = "
                        + organization.id()))
                .as("sources that the status shows without a word on what is wrong")
                .isEmpty();
        endsRight(organization, Duration.ofMinutes(4));
    }

    @Test
    void oneReportThatGitHubFailsToGiveHoldsUpNoOther() {
        Organization organization = organization();
        app.github().faults().always((REPORTS + "users-1-day").formatted(organization.login()), Fault.status(500));
        app.github().installApp(organization);
        app.runJobs();

        assertThat(outcomes(organization)).contains("usage later");
        assertThat(detail(organization)).contains("users-1-day").contains("500");
        assertThat(app.query("select distinct kind from report_import where outcome <> 'failed' and org_id = "
                        + organization.id()))
                .contains("user-teams-1-day", "users-28-day", "organization-28-day", "repos-1-day");
        app.github().faults().clear();
        endsRight(organization, Duration.ofMinutes(4));
    }

    @Test
    void anOutageIsNotAskedAbout40Times() {
        Organization organization = organization();
        long before = app.github().faults().played();
        app.github().faults().always(REPORTS.formatted(organization.login()), Fault.status(503));
        app.github().installApp(organization);
        app.runJobs();

        assertThat(outcomes(organization)).contains("usage later");
        assertThat(app.github().faults().played() - before)
                .as("three of days that may be in the making, three of a kind, and one of another")
                .isEqualTo(7);
        app.github().faults().clear();
        endsRight(organization, Duration.ofMinutes(4));
    }

    @Test
    void daysThatGitHubIsStillMakingAreNoOutage() {
        Organization organization = organization();
        LocalDate today = LocalDate.ofInstant(app.clock().instant(), ZoneOffset.UTC);
        for (int back = 1; back <= 3; back++) {
            String report = REPORTS + ".*day=" + today.minusDays(back);
            app.github().faults().always(report.formatted(organization.login()), Fault.status(503));
        }
        app.github().installApp(organization);
        app.runJobs();
        app.pass(Duration.ofMinutes(2));

        assertThat(outcomes(organization)).contains("usage read");
        assertThat(daysOfThePast(organization)).isPositive();
        assertThat(summaries(organization)).hasSize(1);
    }

    @Test
    void aKindThatGitHubFailsToGiveHoldsUpNoOtherFromTheBeginning() {
        Organization organization = organization();
        app.github().faults().always((REPORTS + "user-teams-1-day").formatted(organization.login()), Fault.status(500));
        app.github().installApp(organization);
        app.runJobs();

        assertThat(outcomes(organization)).contains("usage later");
        assertThat(app.query("select distinct kind from report_import where outcome <> 'failed' and org_id = "
                        + organization.id()))
                .contains("users-28-day", "users-1-day", "organization-28-day", "repos-1-day");
        app.github().faults().clear();
        settle(organization, Duration.ofMinutes(4), () -> rows(organization).equals(undisturbed));
    }

    @Test
    void aReportThatNeverComesKeepsNeitherThePastNorTheDaysOfTheOthers() {
        Organization organization = organization();
        app.github().faults().always((REPORTS + "repos-1-day").formatted(organization.login()), Fault.status(500));
        app.github().installApp(organization);
        settle(organization, Duration.ofMinutes(4), () -> outcomes(organization).contains("usage failed"));

        app.pass(Duration.ofMinutes(10));

        assertThat(daysOfThePast(organization)).isPositive();
        assertThat(app.query("select data_through from source_read where source = 'usage' and org_id = "
                        + organization.id()))
                .isEqualTo(app.query("select max(day) from usage_day where org_id = " + organization.id()))
                .doesNotContain("null");
        assertThat(summaries(organization)).hasSize(1);
    }

    @Test
    void graphQlErrorsWithStatus200AreTriedAgain() {
        Organization organization = organization();
        organization
                .governance()
                .history()
                .commit(
                        "main",
                        organization.members().getFirst().person(),
                        "Discuss",
                        Map.of(
                                ".github/flightlog.yml",
                                "version: 1\nsummary:\n  post_to: discussion\n  discussion_category: general\n"));
        // The members of teams are asked for by REST then; the post can only wait.
        app.github().faults().next("POST /graphql", 2, Fault.graphQlError("Something went wrong"));
        app.github().installApp(organization);
        app.runJobs();
        assertThat(app.github().faults().pending()).isFalse();
        assertThat(outcomes(organization)).contains("posts later");

        settle(
                organization,
                Duration.ofSeconds(30),
                () -> !organization.governance().discussions().isEmpty());

        assertThat(organization.governance().discussions()).hasSize(1);
        assertThat(rows(organization)).isEqualTo(undisturbed);
    }

    @Test
    void aSuspensionEndsTheWorkUntilItIsTakenBack() {
        Organization organization = organization();
        Installation installation = app.github().installApp(organization);
        installation.suspend(app.clock().instant());
        app.runJobs();
        assertThat(outcomes(organization))
                .as("GitHub says that it is suspended, so nothing else is asked")
                .isEmpty();
        assertThat(app.query("select state from organization where org_id = " + organization.id()))
                .doesNotContain("active");

        app.github().administrators().unsuspend(installation);
        app.runJobs();

        endsRight(organization, Duration.ofSeconds(30));
    }

    @Test
    void aPermissionThatIsMissingIsAskedFor() {
        Organization organization = organization();
        Installation installation = app.github().installApp(organization);
        app.github().administrators().revoke(installation, "organization_copilot_metrics");
        app.runJobs();
        assertThat(outcomes(organization)).contains("usage ask_a_person");
        assertThat(detail(organization)).contains("organization_copilot_metrics");
        assertThat(alert(organization))
                .contains("not granted the permission `organization_copilot_metrics`")
                .doesNotContain("policy");

        app.github().administrators().accept(installation, "organization_copilot_metrics", "read");
        app.runJobs();

        endsRight(organization, Duration.ofSeconds(30));
    }

    /** Trying again at once would list all seats again, for something optional. */
    @Test
    void aBillThatFailsLeavesTheSeatsReadAndWaitsForTheNextReading() {
        Organization organization = organization();
        Installation installation = app.github().installApp(organization);
        app.github().faults().always(BILL.formatted(organization.login()), Fault.status(503));
        app.github().administrators().accept(installation, "organization_administration", "read");
        app.runJobs();

        assertThat(outcomes(organization)).contains("seats read", "billing later");
        long listings = listings(organization);
        app.pass(Duration.ofMinutes(30));
        assertThat(listings(organization)).isEqualTo(listings);

        app.github().faults().clear();
        app.pass(Duration.ofHours(6));

        assertThat(outcomes(organization)).contains("seats read", "billing read");
        assertThat(listings(organization)).isEqualTo(listings + 1);
    }

    @Test
    void aPolicyThatIsOffIsNamed() {
        Organization organization = organization();
        organization.copilot().metricsPolicy(false);
        app.github().installApp(organization);
        app.runJobs();
        assertThat(outcomes(organization)).contains("usage ask_a_person");
        assertThat(detail(organization)).contains("Copilot usage metrics");
        assertThat(alert(organization))
                .contains("the policy \"Copilot usage metrics\" is off")
                .doesNotContain("permission");

        organization.copilot().metricsPolicy(true);

        endsRight(organization, Duration.ofMinutes(61));
    }

    /** The same people and numbers each time, so that what is stored can be compared. */
    private static Organization organization() {
        String login = "acme-" + ORGANIZATIONS.incrementAndGet();
        return InventedOrganization.create(app.github().world(), login, 42, 14, 9, 2)
                .punctual()
                .organization();
    }

    private static void endsRight(Organization organization, Duration pause) {
        settle(
                organization,
                pause,
                () -> !summaries(organization).isEmpty()
                        && outcomes(organization).stream().allMatch(outcome -> outcome.endsWith(" read")));

        assertThat(outcomes(organization)).allMatch(outcome -> outcome.endsWith(" read"));
        assertThat(summaries(organization))
                .as("no week is posted twice; a new one may have become due meanwhile")
                .extracting(Issue::title)
                .doesNotHaveDuplicates();
        assertThat(rows(organization)).isEqualTo(undisturbed);
    }

    private static void settle(Organization organization, Duration pause, java.util.function.BooleanSupplier right) {
        for (int round = 0; round < 20 && !right.getAsBoolean(); round++) {
            app.github().resetRateLimits();
            app.pass(pause);
        }
        assertThat(right.getAsBoolean())
                .as("%s in the end", organization.login())
                .isTrue();
    }

    private static List<Issue> summaries(Organization organization) {
        return organization.governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .toList();
    }

    private static long listings(Organization organization) {
        String path = "/orgs/" + organization.login() + "/copilot/billing/seats";
        return app.github().requests().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    private static long daysOfThePast(Organization organization) {
        LocalDate today = LocalDate.ofInstant(app.clock().instant(), ZoneOffset.UTC);
        return app.query("select day from report_import where kind = 'organization-1-day' and day < '"
                        + today.minusDays(6) + "' and org_id = " + organization.id())
                .size();
    }

    private static String alert(Organization organization) {
        return organization.governance().issues().stream()
                .filter(issue -> issue.title().startsWith("No new Copilot data for "))
                .map(Issue::body)
                .collect(java.util.stream.Collectors.joining());
    }

    private static List<String> outcomes(Organization organization) {
        return app.query("select source || ' ' || outcome from source_read where org_id = " + organization.id());
    }

    private static String detail(Organization organization) {
        return app.query("select detail from source_read where source = 'usage' and org_id = " + organization.id())
                .getFirst();
    }

    private static Map<String, String> rows(Organization organization) {
        return TABLES.stream()
                .collect(java.util.stream.Collectors.toMap(
                        table -> table,
                        table -> app.query("select count(*) from " + table + " where org_id = " + organization.id())
                                .getFirst()));
    }
}
