package dev.flightlog.scenario;

import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** People of an invented organization who talk to Flightlog in an issue of the governance repository. */
final class Conversation implements AutoCloseable {
    private static final int PEOPLE = 150;
    private static final int TEAMS = 12;
    private static final int WEEKS = 10;

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    final TestApplication app = TestApplication.start(clock);
    final InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 7, PEOPLE, TEAMS, WEEKS)
            .punctual();
    Issue issue;

    Conversation() {
        app.github().installApp(acme.organization());
        app.runJobs();
        issue = newIssue();
    }

    /** A later hour of the same day in another issue, so that what was said before does not matter. */
    void startAnew() {
        clock.advance(Duration.ofMinutes(11));
        app.runJobs();
        issue = newIssue();
        app.github().forgetRequests();
    }

    Issue newIssue() {
        return app.github()
                .people()
                .openIssue(acme.organization().governance(), acme.admin().login(), "Questions", "Ask here");
    }

    /** Somebody comments, and everything that follows happens. */
    Exchange says(Person person, String text) {
        int before = replies().size();
        Comment comment = app.github().people().comment(issue, person.login(), text);
        app.runJobs();
        List<Comment> replies = replies();
        return new Exchange(comment, replies.subList(before, replies.size()));
    }

    List<Comment> replies() {
        return issue.commentsOf(app.github().bot());
    }

    /** Methods and paths of the requests since {@link #startAnew}, without ids and names of teams. */
    List<String> requests() {
        return app.github().requests().stream()
                .filter(request -> !request.path().endsWith("/access_tokens"))
                .map(request -> request.method() + " "
                        + request.path().replaceAll("\\d+", "#").replaceAll("/teams/[^/]+", "/teams/#"))
                .toList();
    }

    @Override
    public void close() {
        app.close();
    }

    /** A comment and the replies to it. */
    record Exchange(Comment comment, List<Comment> replies) {
        /** In the order in which they came. */
        List<String> reactions() {
            return comment.reactions().stream().map(Reaction::content).toList();
        }

        String reply() {
            if (replies.size() != 1) {
                throw new AssertionError(replies.size() + " replies to: " + comment.body());
            }
            return replies.getFirst().body();
        }
    }
}
