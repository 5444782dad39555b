package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.report.ExpectedFigures.Figures;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.ingest.UsageJob;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.SummaryJob;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.sync.SeatsJob;
import dev.flightlog.text.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The weekly post, from the first load on. */
class WeeklySummaryTest {
    private static final LocalDate W46 = LocalDate.parse("2026-11-09");
    /** Days between two looks: that they come daily is no matter of these tests. */
    private static final int MAX_STEP = 2;

    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    @Test
    void saysWhatGitHubsOwnFiguresSayAndSaysItOnce() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = load(app);
            look(app, acme);

            Issue post = only(acme);
            assertThat(post.title()).isEqualTo("Copilot weekly · acme · 2026-W46 (Nov 9 – 15)");
            assertThat(post.labels()).extracting("name").containsExactly("copilot-usage");
            assertThat(post.body()).startsWith("<!-- flightlog:summary 2026-W46 -->\n");
            PostedFigures.of(post.body()).expect(acme.expected().week(W46, TODAY));
            expectTeams(post.body(), acme);

            int writes = app.github().writes().size();
            look(app, acme);
            assertThat(app.github().writes()).as("no news, no request").hasSize(writes);
        }
    }

    @Test
    void theNextWeekClosesThisOneAndBothAreLinked() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = load(app);
            look(app, acme);
            passDays(app, acme, 7);
            look(app, acme);

            List<Issue> posts = acme.organization().governance().issues();
            assertThat(posts).extracting(Issue::open).containsExactlyInAnyOrder(true, false);
            Issue old =
                    posts.stream().filter(issue -> !issue.open()).findFirst().orElseThrow();
            Issue fresh = posts.stream().filter(Issue::open).findFirst().orElseThrow();
            assertThat(old.body()).contains("After: [2026-W47](").contains("/issues/" + fresh.number());
            assertThat(fresh.body()).contains("Before: [2026-W46](").contains("/issues/" + old.number());
        }
    }

    @Test
    void aRestatedDayEditsThePostInPlaceAndSaysSo() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = load(app);
            look(app, acme);
            acme.restate(LocalDate.parse("2026-11-15"));
            clock.set(Instant.parse("2026-11-19T09:00:00Z"));
            refresh(app, acme);
            look(app, acme);

            assertThat(only(acme).body())
                    .contains("**Edited:** on Nov 19, 2026 GitHub restated the figures of Nov 15;");
            PostedFigures.of(only(acme).body()).expect(acme.expected().week(W46, TODAY.plusDays(1)));
            int writes = app.github().writes().size();
            look(app, acme);
            assertThat(app.github().writes()).hasSize(writes);
        }
    }

    @Test
    void aDiscussionIsMadeAndChangingTheTargetPostsNothingTwice() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = load(app, "version: 1\nsummary:\n  post_to: discussion\n");
            look(app, acme);

            Discussion discussion =
                    acme.organization().governance().discussions().getFirst();
            assertThat(discussion.title()).isEqualTo("Copilot usage");
            assertThat(discussion.comments())
                    .singleElement()
                    .satisfies(comment -> assertThat(comment.body()).startsWith("<!-- flightlog:summary 2026-W46 -->"));

            commitPolicy(acme, "version: 1\nsummary:\n  post_to: issue\n");
            passDays(app, acme, 7);

            assertThat(discussion.comments()).hasSize(1);
            assertThat(discussion.comments().getFirst().body()).contains("After: [2026-W47](");
            assertThat(only(acme).title()).contains("2026-W47");
        }
    }

    @Test
    void aDiscussionThatSomebodyDeletedIsMadeAnewForTheNextWeek() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = invent(app, "version: 1\nsummary:\n  post_to: discussion\n");
            Repository governance = acme.organization().governance();
            Discussion theirs = app.github()
                    .people()
                    .startDiscussion(governance, acme.admin().login(), "general", "Copilot usage", "Since 2024");
            install(app, acme);
            look(app, acme);
            assertThat(theirs.comments())
                    .as("a discussion that a person opened")
                    .isEmpty();
            Discussion first = governance.discussions().getLast();
            assertThat(first.comments()).hasSize(1);

            governance.delete(first);
            passDays(app, acme, 7);

            assertThat(theirs.comments()).isEmpty();
            assertThat(governance.discussions())
                    .filteredOn(discussion -> discussion != theirs)
                    .singleElement()
                    .satisfies(ours -> assertThat(ours.comments())
                            .singleElement()
                            .satisfies(
                                    post -> assertThat(post.body()).startsWith("<!-- flightlog:summary 2026-W47 -->")));
        }
    }

    @Test
    void anOldWeekDoesNotBringADeletedDiscussionBack() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = load(app, "version: 1\nsummary:\n  post_to: discussion\n");
            Repository governance = acme.organization().governance();
            look(app, acme);

            governance.delete(governance.discussions().getFirst());
            commitPolicy(acme, "version: 1\nsummary:\n  post_to: issue\n");
            acme.restate(LocalDate.parse("2026-11-15"));
            passDays(app, acme, 7);

            assertThat(governance.discussions()).isEmpty();
            assertThat(only(acme).title()).contains("2026-W47");
        }
    }

    @Test
    void theEndOfThePastWritesTheLatestPostAnewAndPostsNoWeekThatIsWaitedFor() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = load(app, "version: 1\nprivacy:\n  retention: 200d\n");
            look(app, acme);
            acme.withhold(LocalDate.parse("2026-11-22"));
            passDays(app, acme, 7);
            String before = only(acme).body();

            while (app.query("select 1 from source_read where source = 'history' and succeeded_at is not null")
                    .isEmpty()) {
                app.pass(Duration.ofSeconds(5));
            }

            assertThat(only(acme).title()).contains("2026-W46");
            assertThat(only(acme).body()).isNotEqualTo(before);
        }
    }

    @Test
    void aMissingCategoryIsToldInAnIssueUntilItIsThere() {
        try (TestApplication app = TestApplication.start(clock)) {
            String policy = "version: 1\nsummary:\n  post_to: discussion\n  discussion_category: weekly\n";
            InventedOrganization acme = load(app, policy);
            look(app, acme);
            assertThat(only(acme).title()).isEqualTo("No place for the weekly Copilot summary of acme");
            assertThat(only(acme).body()).contains("no category `weekly`", "`general`");

            acme.organization().governance().addCategory("Weekly", "weekly", ":calendar:");
            look(app, acme);

            assertThat(only(acme).open()).isFalse();
            assertThat(acme.organization().governance().discussions()).hasSize(1);
        }
    }

    @Test
    void staleDataRaiseOneAlertThatClosesItself() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = load(app);
            look(app, acme);
            LocalDate last = LocalDate.parse("2026-11-16");
            withhold(acme, last.plusDays(1), 30);
            passDays(app, acme, 7);

            List<Issue> open = open(acme);
            Issue alert = open.stream()
                    .filter(issue -> issue.title().equals("No new Copilot data for acme"))
                    .findFirst()
                    .orElseThrow();
            assertThat(open).as("the alert and the last summary").hasSize(2);
            assertThat(alert.body()).contains("The last day with usage data is Nov 16, 2026.");

            release(acme, last.plusDays(1), 30);
            passDays(app, acme, 1);

            assertThat(alert.body()).contains("Data flow again: the newest day with data is Nov 24, 2026.");
            assertThat(alert.open()).isFalse();
        }
    }

    private static InventedOrganization load(TestApplication app) {
        return load(app, "version: 1\n");
    }

    private static InventedOrganization load(TestApplication app, String policy) {
        InventedOrganization acme = invent(app, policy);
        install(app, acme);
        return acme;
    }

    private static InventedOrganization invent(TestApplication app, String policy) {
        InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 46, 60, 9, 10)
                .punctual();
        commitPolicy(acme, policy);
        return acme;
    }

    private static void install(TestApplication app, InventedOrganization acme) {
        app.github().installApp(acme.organization());
        app.runJobs();
    }

    private static void commitPolicy(InventedOrganization acme, String policy) {
        acme.organization().governance().history().commit("main", acme.admin(), "Policy", Map.of(Policy.FILE, policy));
    }

    private void passDays(TestApplication app, InventedOrganization acme, int days) {
        for (int passed = 0; passed < days; passed += Math.min(MAX_STEP, days - passed)) {
            clock.advance(Duration.ofDays(Math.min(MAX_STEP, days - passed)));
            refresh(app, acme);
            look(app, acme);
        }
    }

    private void refresh(TestApplication app, InventedOrganization acme) {
        acme.refreshSeats(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        long org = acme.organization().id();
        JobQueue jobs = app.bean(JobQueue.class);
        jobs.enqueue(SeatsJob.TYPE, new OrganizationJob(org));
        jobs.enqueue(UsageJob.TYPE, new UsageJob.Data(org, null));
        jobs.enqueue(GovernanceJob.TYPE, new OrganizationJob(org));
        app.runJobs();
    }

    private static void look(TestApplication app, InventedOrganization acme) {
        long org = acme.organization().id();
        app.bean(JobQueue.class).enqueue(SummaryJob.TYPE, SummaryJob.Data.due(org));
        app.runJobs();
    }

    private static void withhold(InventedOrganization acme, LocalDate first, int days) {
        first.datesUntil(first.plusDays(days)).forEach(acme::withhold);
    }

    private static void release(InventedOrganization acme, LocalDate first, int days) {
        first.datesUntil(first.plusDays(days)).forEach(acme::release);
    }

    private static Issue only(InventedOrganization acme) {
        Organization organization = acme.organization();
        assertThat(organization.governance().issues()).extracting(Issue::title).hasSize(1);
        return organization.governance().issues().getFirst();
    }

    private static List<Issue> open(InventedOrganization acme) {
        return acme.organization().governance().issues().stream()
                .filter(Issue::open)
                .toList();
    }

    /** Each team that is shown has the right numbers, and more may be hidden than are small. */
    private static void expectTeams(String body, InventedOrganization acme) {
        PostedFigures figures = PostedFigures.of(body);
        Map<String, Figures> expected = acme.expected().teams(W46, TODAY);
        int shown = 0;
        for (Map.Entry<String, Figures> team : expected.entrySet()) {
            String name = acme.organization().team(team.getKey()).name();
            if (body.lines().anyMatch(line -> line.startsWith("| " + name + " |"))) {
                shown++;
                assertThat(figures.cell(name, 1))
                        .isEqualTo(Integer.toString(team.getValue().seated()));
                assertThat(figures.cell(name, 2))
                        .isEqualTo(Long.toString(team.getValue().activeUsers()));
                assertThat(figures.cell(name, 4))
                        .isEqualTo(Numbers.percent(team.getValue().acceptanceRate()));
                assertThat(figures.cell(name, 5))
                        .isEqualTo(Long.toString(team.getValue().agentUsers()));
            }
        }
        int hidden = acme.organization().teams().size() - shown;
        assertThat(shown).isPositive();
        assertThat((long) hidden).isGreaterThanOrEqualTo(acme.expected().hiddenTeams());
        assertThat(body).contains(hidden + " teams hidden");
    }
}
