package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.RecordedRequest;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.session.AccessTokens;
import dev.flightlog.session.SessionHash;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.TokenMade;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The organization acme with two owners, ten people who use their seat, and people who do not: by turns idle for 100 days
 * and more, and never seen. One idle seat is held through the team platform.
 */
final class ReviewedOrganization implements AutoCloseable {
    static final String SEATS = "organization_copilot_seat_management";
    private static final FakeApp APP = FakeApp.generate();
    private static final Instant ASSIGNED = Instant.parse("2026-01-05T10:00:00Z");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private static final Map<String, Object> PROPERTIES =
            Map.of("flightlog.github.client-id", "Iv23example", "flightlog.github.client-secret", "not-a-secret");

    TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), PROPERTIES);
    final Organization acme = app.github().world().addOrganization("acme");
    final Repository repository = acme.addRepository("copilot-governance");
    final Person ada = acme.addOwner("ada");
    final Person grace = acme.addOwner("grace");
    final List<Person> idle = new ArrayList<>();
    final Person throughTeam;
    final Installation installation;
    final Issue questions;

    ReviewedOrganization(int idlePeople) {
        for (int number = 0; number < 10; number++) {
            seat(acme.addMember("busy-" + number), 1);
        }
        for (int number = 0; number < idlePeople; number++) {
            Person person = acme.addMember("idle-" + number);
            idle.add(person);
            if (number % 4 == 3) {
                acme.seat(Seat.direct(person, ASSIGNED.plus(Duration.ofDays(number))));
            } else {
                seat(person, 150 - number);
            }
        }
        throughTeam = acme.addMember("held");
        Team platform = acme.addTeam("platform").add(throughTeam);
        seat(throughTeam, 200);
        acme.seat(acme.seatOf(throughTeam).orElseThrow().throughTeam(platform));
        installation = app.github().installApp(acme);
        app.runJobs();
        questions = app.github().people().openIssue(repository, "ada", "Questions", "Ask here");
        app.runJobs();
    }

    /** The server dies where it is, and another starts. */
    void restart() {
        FakeGitHub github = app.github();
        app.stop();
        app = TestApplication.startOn(clock, github, app.database(), PROPERTIES);
    }

    /** An owner lets the app write seats. */
    ReviewedOrganization writable() {
        app.github().administrators().accept(installation, SEATS, "write");
        app.runJobs();
        return this;
    }

    private void seat(Person person, int daysAgo) {
        acme.seat(Seat.direct(person, ASSIGNED)
                .activeAt(clock.instant().minus(Duration.ofDays(daysAgo)), "vscode/1.139.1"));
    }

    /** Somebody uses Copilot, and GitHub tells it. */
    void uses(Person person) {
        acme.seat(acme.seatOf(person).orElseThrow().activeAt(clock.instant(), "vscode/1.139.1"));
    }

    /** Somebody comments, and everything that follows at once happens. */
    Exchange says(Person person, String text) {
        List<Comment> before = questions.commentsOf(github().bot());
        Comment comment = github().people().comment(questions, person.login(), text);
        app.runJobs();
        List<Comment> after = questions.commentsOf(github().bot());
        return new Exchange(comment, after.subList(before.size(), after.size()));
    }

    /** As {@link #says}, in the issue of a review. */
    Exchange saysIn(Issue issue, Person person, String text) {
        List<Comment> before = issue.commentsOf(github().bot());
        Comment comment = github().people().comment(issue, person.login(), text);
        app.runJobs();
        List<Comment> after = issue.commentsOf(github().bot());
        return new Exchange(comment, after.subList(before.size(), after.size()));
    }

    /** The days of the notice go by, with the readings of seats in them. */
    void noticePasses() {
        for (int day = 0; day < 7; day++) {
            app.pass(Duration.ofDays(1));
        }
        app.pass(Duration.ofMinutes(10));
    }

    FakeGitHub github() {
        return app.github();
    }

    Issue issue() {
        return issues().getLast();
    }

    List<Issue> issues() {
        return repository.issues().stream()
                .filter(each -> each.title().startsWith("Copilot seat review"))
                .toList();
    }

    /** The line of a person in the newest review's issue. */
    String line(Person person) {
        return line(issue(), person);
    }

    String line(Issue issue, Person person) {
        return issue.body()
                .lines()
                .filter(line -> line.startsWith("|") && line.contains("`" + person.login() + "`"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(person.login() + " is not in\n" + issue.body()));
    }

    /**
     * Of everybody in the list: the issue says removed where the API and GitHub say that the seat ends, and nowhere else;
     * and the audit trail alone leads to the issue's words.
     */
    void expectIssueSeatsAndTrailAgree() {
        String token = token();
        for (Person person : idle) {
            boolean removed = line(person).endsWith("**removed** |");
            assertThat(ends(person)).as(line(person)).isEqualTo(removed);
            assertThat(seat(person, token)).as(line(person)).contains(removed ? "\"state\":\"ending\"" : "\"state\":");
            assertThat(seat(person, token).contains("\"ending\""))
                    .as(line(person))
                    .isEqualTo(removed);
            assertThat(line(person)).endsWith("**" + told(person) + "** |");
        }
    }

    /** The word that follows from the audit trail. */
    private String told(Person person) {
        List<String> steps = app.query("""
            select case action when 'left_out' then detail else action end from seat_trail
            where login = '%s' and action in ('kept', 'left_out', 'removed', 'failed', 'undone')
            order by step desc limit 1
            """.formatted(person.login()));
        return steps.isEmpty() ? "proposed" : steps.getFirst();
    }

    private String seat(Person person, String token) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(app.url("/api/orgs/acme/seats/" + person.login()))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String token() {
        SignedIn signedIn = new SignedIn(
                ada.id(),
                ada.login(),
                new SessionHash("0".repeat(64)),
                "",
                clock.instant(),
                clock.instant().plusSeconds(9));
        return ((TokenMade.Made) app.bean(AccessTokens.class).make(signedIn, acme.id(), "test", 1)).text();
    }

    boolean ends(Person person) {
        return acme.seatOf(person)
                .filter(seat -> seat.pendingCancellationDate() != null)
                .isPresent();
    }

    /** Requests that write seats, since the last time they were forgotten. */
    List<RecordedRequest> seatWrites() {
        return github().writes().stream()
                .filter(request -> request.path().contains("/copilot/billing/"))
                .toList();
    }

    List<String> trail() {
        return app.query("select action || coalesce(' ' || login, '') from seat_trail order by step");
    }

    @Override
    public void close() {
        app.close();
    }

    /** A comment and the replies to it. */
    record Exchange(Comment comment, List<Comment> replies) {
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
