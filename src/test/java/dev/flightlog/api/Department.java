package dev.flightlog.api;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.report.HandMadeReports;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * An organization of 28 people: <i>Platform</i> with nine, who are the five of <i>Web</i> and the four of <i>Mail</i>;
 * <i>Payments</i> with seven; <i>Late</i> with six, two of whom got their seats on the second Friday only.
 *
 * <p>Everybody uses as many AI credits a day as the person's number, squared, plus a tenth: every sum is different.
 */
final class Department implements AutoCloseable {
    static final String AUDIENCE = "https://flightlog.example";
    static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-02");
    static final LocalDate LAST_DAY = LocalDate.parse("2026-11-15");
    static final LocalDate SEATS_OF_LATE = LocalDate.parse("2026-11-13");

    private static final int PEOPLE = 28;

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    final TokenIssuer issuer = new TokenIssuer();
    final TestApplication application;
    final Organization organization;
    final Repository repository;
    private final List<Person> people = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    Department() {
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
        application = TestApplication.start(
                clock,
                github,
                Map.of(
                        "flightlog.public-url",
                        AUDIENCE,
                        "flightlog.api.jwks-url",
                        issuer.jwksUrl().toString()));
        organization = github.world().addOrganization("acme");
        repository = organization.addRepository("copilot-governance");
        repository.setPrivate(true);
        people.add(organization.addOwner("ada"));
        for (int number = 1; number < PEOPLE; number++) {
            people.add(organization.addMember("person-" + number));
        }
        teams();
        people.forEach(this::seat);
        organization.reports(reports());
        github.installApp(organization);
        application.runJobs();
    }

    private void teams() {
        Team platform = organization.addTeam("Platform");
        fill(organization.addTeam("Web", platform), 0, 5);
        fill(organization.addTeam("Mail", platform), 5, 9);
        fill(organization.addTeam("Payments"), 9, 16);
        fill(organization.addTeam("Late"), 16, 22);
    }

    private void fill(Team team, int from, int to) {
        people.subList(from, to).forEach(team::add);
    }

    private void seat(Person person) {
        int number = people.indexOf(person);
        Instant since = number == 16 || number == 17
                ? Instant.parse(SEATS_OF_LATE + "T08:00:00Z")
                : Instant.parse("2026-01-05T10:00:00Z");
        organization.seat(Seat.direct(person, since).activeAt(Instant.parse("2026-11-16T15:00:00Z"), "vscode/1.139.1"));
    }

    private HandMadeReports reports() {
        HandMadeReports reports = new HandMadeReports();
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            LocalDate of = day;
            reports.put(
                    ReportKind.USERS_1_DAY,
                    day,
                    people.stream().map(person -> userDay(person, of)).toArray(String[]::new));
            reports.put(
                    ReportKind.USER_TEAMS_1_DAY,
                    day,
                    organization.teams().stream()
                            .flatMap(team -> team.members().stream().map(member -> teamDay(team, member.person(), of)))
                            .toArray(String[]::new));
        }
        return reports;
    }

    private String teamDay(Team team, Person person, LocalDate day) {
        return """
            {"user_id":%d,"user_login":"%s","day":"%s","organization_id":"%d","team_id":%d,"slug":"%s"}\
            """.formatted(person.id(), person.login(), day, organization.id(), team.id(), team.slug());
    }

    private String userDay(Person person, LocalDate day) {
        return """
            {"day":"%s","organization_id":"%d","user_id":%d,"user_login":"%s","ai_credits_used":%d.1,\
            "user_initiated_interaction_count":3,"code_generation_activity_count":8,\
            "code_acceptance_activity_count":4,"loc_suggested_to_add_sum":9,"loc_suggested_to_delete_sum":0,\
            "loc_added_sum":7,"loc_deleted_sum":1,"used_agent":true,"used_chat":true,"used_cli":false,\
            "totals_by_ide":[],"totals_by_feature":[],"totals_by_language_feature":[]}\
            """.formatted(day, organization.id(), person.id(), person.login(), daily(person));
    }

    private int daily(Person person) {
        int number = people.indexOf(person) + 1;
        return number * number;
    }

    /** What a team used in some days, rounded, as posts and tables write it. */
    long credits(String team, int days) {
        double sum = organization.team(team).members().stream()
                .mapToDouble(member -> daily(member.person()) + 0.1)
                .sum();
        return Math.round(sum * days);
    }

    Person person(int number) {
        return people.get(number);
    }

    /** The one reply to a comment. */
    String says(Person person, String text) {
        clock.advance(Duration.ofMinutes(11));
        Issue issue = application.github().people().openIssue(repository, person.login(), "Questions", "Ask here");
        application.github().people().comment(issue, person.login(), text);
        application.runJobs();
        List<Comment> replies = issue.commentsOf(application.github().bot());
        if (replies.size() != 1) {
            throw new AssertionError(replies.size() + " replies to " + text);
        }
        return replies.getFirst().body();
    }

    /** The text of every issue that the app made: posts and alerts. */
    List<String> posts() {
        return repository.issues().stream()
                .filter(issue -> issue.author().equals(application.github().bot()))
                .map(Issue::body)
                .toList();
    }

    /** As a workflow in the governance repository. */
    HttpResponse<String> get(String path) {
        String token = issuer.sign(new com.nimbusds.jwt.JWTClaimsSet.Builder()
                .issuer(TokenIssuer.ISSUER)
                .audience(AUDIENCE)
                .subject("repo:acme/copilot-governance:ref:refs/heads/main")
                .claim("repository", "acme/copilot-governance")
                .claim("repository_owner", "acme")
                .claim("repository_owner_id", Long.toString(organization.id()))
                .claim("repository_id", Long.toString(organization.governance().id()))
                .claim("ref", "refs/heads/main")
                .claim("event_name", "schedule")
                .issueTime(Date.from(clock.instant()))
                .notBeforeTime(Date.from(clock.instant().minusSeconds(300)))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .build());
        try {
            return http.send(
                    HttpRequest.newBuilder(application.url("/api/orgs/acme" + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        application.close();
        issuer.close();
        http.close();
    }
}
