package dev.flightlog.api;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.ReportKind;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The organization acme with twelve people, read by a running Flightlog, and a client of its API. */
final class Acme implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
    static final String AUDIENCE = "https://flightlog.example";

    private static final int PEOPLE = 12;
    private static final int PAYMENTS = 6;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-15");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-11-16");

    final SettableClock clock = new SettableClock(NOW);
    final TokenIssuer issuer = new TokenIssuer();
    final TestApplication application;
    final Organization organization;
    private final HttpClient http = HttpClient.newHttpClient();

    Acme() {
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
        application = TestApplication.start(
                        clock,
                        github,
                        Map.of(
                                "flightlog.public-url",
                                AUDIENCE,
                                "flightlog.api.jwks-url",
                                issuer.jwksUrl().toString()))
                .careless();
        organization = github.world().addOrganization("acme");
        organization.addRepository("copilot-governance").setPrivate(true);
        people(github);
        organization.reports(reports());
        github.installApp(organization);
        application.runJobs();
    }

    private void people(FakeGitHub github) {
        Team payments = organization.addTeam("Payments");
        payments.describe("Money | in and out");
        Team tiny = organization.addTeam("Tiny");
        for (int number = 1; number <= PEOPLE; number++) {
            Person person = github.world().addPerson(500L + number, login(number), "Person " + number);
            organization.addMember(person, number == 1 ? Member.Role.ADMIN : Member.Role.MEMBER);
            if (number <= PAYMENTS) {
                payments.add(person);
            } else if (number <= PAYMENTS + 2) {
                tiny.add(person);
            }
            organization.seat(seat(number, person, payments));
        }
    }

    private static Seat seat(int number, Person person, Team payments) {
        Seat seat = Seat.direct(person, Instant.parse("2026-01-05T10:00:00Z"));
        return switch (number) {
            case 1 -> seat.activeAt(Instant.parse("2026-11-17T15:00:00Z"), "vscode/1.139.1");
            case 2 -> seat.activeAt(Instant.parse("2026-09-01T12:00:00Z"), "=cmd()/1");
            case 3 -> seat.throughTeam(payments);
            case 4 -> seat.endingOn(LocalDate.parse("2026-12-01"));
            case 5 -> seat.signedInAt(Instant.parse("2026-11-10T08:00:00Z")).onPlan("enterprise");
            default -> seat.activeAt(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number), "jetbrains/2026.2");
        };
    }

    private HandMadeReports reports() {
        HandMadeReports reports = new HandMadeReports();
        for (LocalDate day : List.of(FIRST_DAY, LAST_DAY)) {
            reports.put(ReportKind.USERS_1_DAY, day, rows(PEOPLE, number -> userDay(number, day), 2, 3, 5));
            reports.put(ReportKind.USER_TEAMS_1_DAY, day, rows(PAYMENTS, number -> teamDay(number, day)));
        }
        return reports.put(ReportKind.USERS_28_DAY, LAST_DAY, userDay(1, LAST_DAY));
    }

    private static String[] rows(int people, IntFunction<String> row, Integer... without) {
        return IntStream.rangeClosed(1, people)
                .filter(number -> !List.of(without).contains(number))
                .mapToObj(row)
                .toArray(String[]::new);
    }

    private String teamDay(int number, LocalDate day) {
        return """
            {"user_id":%d,"user_login":"%s","day":"%s","organization_id":"%d","team_id":%d,"slug":"payments"}\
            """.formatted(
                        500 + number,
                        login(number),
                        day,
                        organization.id(),
                        organization.team("payments").id());
    }

    private String userDay(int number, LocalDate day) {
        int figure = number + day.getDayOfMonth();
        return """
            {"day":"%1$s","organization_id":"%2$d","user_id":%3$d,"user_login":"%4$s","ai_credits_used":%5$d.5,\
            "user_initiated_interaction_count":%5$d,"code_generation_activity_count":%5$d,\
            "code_acceptance_activity_count":4,"loc_suggested_to_add_sum":9,"loc_suggested_to_delete_sum":0,\
            "loc_added_sum":7,"loc_deleted_sum":1,"used_agent":%6$s,"used_chat":true,"used_cli":false,\
            "totals_by_ide":[{"ide":"vscode","user_initiated_interaction_count":%5$d,\
            "code_generation_activity_count":%5$d,"code_acceptance_activity_count":4,\
            "loc_suggested_to_add_sum":9,"loc_suggested_to_delete_sum":0,"loc_added_sum":7,"loc_deleted_sum":1}],\
            "totals_by_feature":[{"feature":"code_completion","user_initiated_interaction_count":0,\
            "code_generation_activity_count":%5$d,"code_acceptance_activity_count":4,\
            "loc_suggested_to_add_sum":9,"loc_suggested_to_delete_sum":0,"loc_added_sum":7,"loc_deleted_sum":1}],\
            "totals_by_language_feature":[{"language":"java","feature":"code_completion",\
            "code_generation_activity_count":%5$d,"code_acceptance_activity_count":4,\
            "loc_suggested_to_add_sum":9,"loc_suggested_to_delete_sum":0,"loc_added_sum":7,"loc_deleted_sum":1}]}\
            """.formatted(day, organization.id(), 500 + number, login(number), figure, number % 2 == 0);
    }

    private static String login(int number) {
        return "person-" + number;
    }

    /** Another policy file is pushed, and read. */
    void policy(String content) {
        application
                .github()
                .people()
                .push(organization.governance(), login(1), dev.flightlog.policy.Policy.FILE, content);
        application.runJobs();
    }

    /** Claims of a workflow in the governance repository of acme. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
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
                .expirationTime(Date.from(clock.instant().plusSeconds(300)));
    }

    /** As that workflow. */
    HttpResponse<String> get(String path) {
        return get(path, issuer.sign(claims().build()));
    }

    HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(application.url(path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> getWithoutToken(String path) {
        return send(HttpRequest.newBuilder(application.url(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Paths of the API as its document names them, filled with things that are there. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (String path :
                OpenApiDocument.of(getWithoutToken("/openapi.yml").body()).paths()) {
            if (path.startsWith("/api/")) {
                paths.add(filled(path, "acme"));
            }
        }
        return paths;
    }

    static String filled(String path, String org) {
        return path.replace("{org}", org)
                .replace("{login}", "person-1")
                .replace("{slug}", "payments")
                .replace("{week}", "2026-W46")
                .replace("{kind}", "users-1-day")
                .replace("{day}", LAST_DAY.toString())
                .replace("{part}", "1");
    }

    @Override
    public void close() {
        application.close();
        issuer.close();
    }
}
