package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An organization of which a test leaves something unread before the App is installed. */
final class UnreadOrganization implements AutoCloseable {
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    final TestApplication app = TestApplication.start(clock, FakeGitHub.start(FakeApp.generate(), clock), Map.of())
            .careless();
    final InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 7, 60, 6, 4)
            .punctual();

    /** The one reply to an admin's comment. */
    String says(String text) {
        clock.advance(Duration.ofMinutes(3));
        Person admin = acme.admin();
        Issue issue = app.github()
                .people()
                .openIssue(acme.organization().governance(), admin.login(), "Questions", "Ask here");
        app.github().people().comment(issue, admin.login(), text);
        app.runJobs();
        List<Comment> replies = issue.commentsOf(app.github().bot());
        assertThat(replies).as(text).hasSize(1);
        return replies.getFirst().body();
    }

    CheckRun seatsCheck() {
        return acme.organization().governance().checkRuns().stream()
                .filter(run -> run.name().equals(GovernedOrganization.SEATS_CHECK))
                .findFirst()
                .orElseThrow();
    }

    Issue post() {
        return acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        app.close();
    }
}
