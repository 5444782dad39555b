package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Usage that was never read is not no usage. */
class UnreadUsageTest {
    private static final List<String> REPORTS = List.of(
            "users-1-day",
            "users-28-day/latest",
            "organization-1-day",
            "organization-28-day/latest",
            "user-teams-1-day",
            "repos-1-day");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(
                    clock, FakeGitHub.start(FakeApp.generate(), clock), Map.of())
            .careless();
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 7, 60, 6, 4)
            .punctual();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void noFigureRestsOnUsageThatWasNeverRead() {
        for (String report : REPORTS) {
            app.github().faults().always("GET /orgs/acme/copilot/metrics/reports/" + report, Fault.status(403));
        }
        app.github().installApp(acme.organization());
        app.runJobs();
        app.pass(Duration.ofHours(49));

        assertThat(says("/copilot cost"))
                .contains("| AI credits used | – |", "| Share of the included credits | – |")
                .contains("would save up to 76 USD a month if this month's credits are not used up");
        assertThat(seatsCheck().output().summary())
                .contains("No usage data was ever read.", "| AI credits this month, estimate | – | – |");
        for (String command : List.of("/copilot team", "/copilot teams", "/copilot csv usage", "/copilot csv teams")) {
            assertThat(says(command)).as(command).contains("**There are no usage reports yet.**");
        }
        assertThat(says("/copilot me"))
                .contains("There are no usage reports yet.")
                .doesNotContain("| Days active |");
        assertThat(says("/copilot summary")).contains("There is no summary yet.");
        assertThat(says("/copilot status")).doesNotContain("All is well");
        assertThat(acme.organization().governance().issues())
                .noneMatch(issue -> issue.title().startsWith("Copilot weekly"));
    }

    private String says(String text) {
        clock.advance(Duration.ofMinutes(3));
        Issue issue = app.github()
                .people()
                .openIssue(acme.organization().governance(), acme.admin().login(), "Questions", "Ask here");
        app.github().people().comment(issue, acme.admin().login(), text);
        app.runJobs();
        return issue.commentsOf(app.github().bot()).getLast().body();
    }

    private CheckRun seatsCheck() {
        return acme.organization().governance().checkRuns().stream()
                .filter(run -> run.name().equals(GovernedOrganization.SEATS_CHECK))
                .findFirst()
                .orElseThrow();
    }
}
