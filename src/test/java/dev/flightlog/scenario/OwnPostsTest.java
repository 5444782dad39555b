package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What other Apps plant under our markers and names is never taken for ours. */
class OwnPostsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization invented = InventedOrganization.create(
                    app.github().world(), "acme", 42, 14, 9, 2)
            .punctual();
    private final Organization acme = invented.organization();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aPlantedWeeklyPostHidesNoRealOne() {
        Person actions = app.github().world().addBot("github-actions");
        Issue planted =
                acme.governance().openIssue(actions, "Copilot weekly", "<!-- flightlog:summary 2026-W46 -->\nours");
        acme.governance().addLabel("copilot-usage", "ededed", null);
        planted.label(acme.governance().findLabel("copilot-usage").orElseThrow());
        planted.close("completed", clock.instant());

        app.github().installApp(acme);
        app.runJobs();

        assertThat(planted.body()).isEqualTo("<!-- flightlog:summary 2026-W46 -->\nours");
        assertThat(acme.governance().issues())
                .filteredOn(Issue::open)
                .singleElement()
                .satisfies(
                        post -> assertThat(post.author()).isEqualTo(app.github().bot()))
                .extracting(Issue::title)
                .asString()
                .startsWith("Copilot weekly · acme · 2026-W46");
    }

    /** After a restore of an older database, where a person also took the label away. */
    @Test
    void aPostThatOnlyGitHubKnowsIsFoundByItsMarkerThoughItHasNoLabel() {
        app.github().installApp(acme);
        app.runJobs();
        Issue post = acme.governance().issues().getFirst();
        post.unlabel("copilot-usage");
        app.execute("delete from publication where kind = 'summary'");
        app.execute("delete from summary_week");

        app.github().people().clickCheckAction(seatsCheck(), invented.admin().login(), "post-summary");
        app.runJobs();
        app.pass(Duration.ofSeconds(3));

        assertThat(acme.governance().issues())
                .filteredOn(issue -> issue.title().startsWith("Copilot weekly"))
                .containsExactly(post);
        assertThat(app.query("select count(*) from publication where kind = 'summary'"))
                .containsExactly("1");
        assertThat(seatsCheck().output().summary()).contains("and done: [2026-W46](");
    }

    private CheckRun seatsCheck() {
        return acme.governance().checkRuns().stream()
                .filter(run -> run.name().equals(GovernedOrganization.SEATS_CHECK))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlantedCheckIsNoCheckOfOurs() {
        app.github().installApp(acme);
        app.runJobs();
        PullRequest pull = app.github()
                .people()
                .openPullRequest(
                        acme.governance(),
                        invented.admin().login(),
                        "broken",
                        "Broken",
                        Map.of(Policy.FILE, "version: 1\nnonsense: true\n"));
        CheckRun planted = new CheckRun(
                app.github().world().nextId(),
                1,
                acme.governance(),
                pull.head().sha(),
                "Flightlog / policy",
                clock.instant());
        planted.madeBy(15_368);
        planted.externalId("flightlog:x");
        planted.conclude("success", clock.instant());
        acme.governance().add(planted);

        app.runJobs();

        assertThat(acme.governance().checkRunsOf(pull.head().sha()))
                .filteredOn(run -> run.name().equals("Flightlog / policy"))
                .filteredOn(run -> run.otherApp().isEmpty())
                .singleElement()
                .satisfies(run -> assertThat(run.conclusion()).contains("failure"));
    }
}
