package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
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

/** People and teams that were never read are not none. */
class UnreadDirectoryTest {
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
    void nothingSaysThatThereAreNoneAndNobodyIsToldToBeNoMember() {
        app.github().faults().always("GET /orgs/acme/teams", Fault.status(404));
        app.github().installApp(acme.organization());
        app.runJobs();
        app.pass(Duration.ofHours(49));

        for (String command : List.of("/copilot team", "/copilot teams", "/copilot csv teams")) {
            assertThat(says(command))
                    .as(command)
                    .contains("**People and teams could not be read: GitHub has no directory for this organization.**")
                    .doesNotContain("0 teams", "no team", "0 rows");
        }
        assertThat(says("/copilot user somebody"))
                .contains(
                        "Whether `somebody` is a member of this organization is not known. People and teams could not")
                .doesNotContain("is no member");
        assertThat(says("/copilot status"))
                .doesNotContain("All is well")
                .contains("| directory | **failed** | never |");
        assertThat(post().body())
                .contains("- [ ] **Reading directory does not work**: GitHub has no directory for this organization.")
                .doesNotContain("teams shown", "teams hidden");
    }

    private Issue post() {
        return acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .findFirst()
                .orElseThrow();
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
}
