package dev.flightlog.web;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.session.Sessions;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of a running Flightlog that has read acme, with 60 people and ten weeks, and the small organization umbrella. */
final class Site implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    final TestApplication application;
    final InventedOrganization acme;
    final Organization umbrella;
    private final SettableClock clock = new SettableClock(NOW);
    /** A person has at most ten sessions. */
    private final Map<String, String> sessions = new HashMap<>();

    private final HttpClient http = HttpClient.newHttpClient();

    Site() {
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
        application = TestApplication.start(clock, github, Map.of("flightlog.github.client-id", "Iv23example"))
                .careless();
        acme = InventedOrganization.create(github.world(), "acme", 42, 60, 9, 10)
                .punctual();
        umbrella = github.world().addOrganization("umbrella");
        umbrella.addRepository("copilot-governance").setPrivate(true);
        umbrella.addMember(acme.admin(), Member.Role.ADMIN);
        umbrella.addMember(acme.lead(), Member.Role.MEMBER);
        umbrella.seat(Seat.direct(acme.admin(), NOW.minus(Duration.ofDays(90))));
        umbrella.seat(Seat.direct(acme.lead(), NOW.minus(Duration.ofDays(90))));
        github.installApp(acme.organization());
        github.installApp(umbrella);
        application.runJobs();
        application.pass(Duration.ofMinutes(10));
    }

    /** Signs somebody in who is a member of these organizations; the value of the session's cookie. */
    String signIn(Person person, Organization... organizations) {
        return application
                .bean(Sessions.class)
                .start(
                        person.id(),
                        person.login(),
                        Arrays.stream(organizations).map(Organization::id).toList(),
                        "test");
    }

    String admin() {
        return sessions.computeIfAbsent("admin", _ -> signIn(acme.admin(), acme.organization(), umbrella));
    }

    String lead() {
        return sessions.computeIfAbsent("lead", _ -> signIn(acme.lead(), acme.organization(), umbrella));
    }

    String developer() {
        return sessions.computeIfAbsent("developer", _ -> signIn(acme.developer(), acme.organization()));
    }

    String outsider() {
        return sessions.computeIfAbsent("outsider", _ -> signIn(acme.outsider()));
    }

    HttpResponse<String> get(String path, String session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.url(path));
        if (!session.isEmpty()) {
            request.header("Cookie", "flightlog=" + session);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Every page that an admin of two organizations can open. */
    List<String> pages() {
        return List.of(
                "/",
                "/portfolio",
                "/orgs/acme",
                "/orgs/acme?period=28d",
                "/orgs/acme?period=1y",
                "/orgs/acme/teams",
                "/orgs/acme/teams?mine=1",
                "/orgs/acme/teams/platform",
                "/orgs/acme/teams/platform?period=28d&compare=" + other(),
                "/orgs/acme/repositories",
                "/orgs/acme/me",
                "/orgs/acme/seats",
                "/orgs/acme/seats?state=idle&sort=login",
                "/orgs/acme/people/" + acme.developer().login(),
                "/orgs/acme/cost",
                "/orgs/acme/policy",
                "/orgs/acme/status",
                "/orgs/umbrella",
                "/orgs/umbrella/seats");
    }

    /** A team in which the developer is not. */
    String foreignTeam() {
        return acme.organization().teams().stream()
                .filter(team -> team.members().stream()
                        .noneMatch(member ->
                                member.person().id() == acme.developer().id()))
                .findFirst()
                .orElseThrow()
                .slug();
    }

    /** Another team whose figures are shown. */
    private String other() {
        return acme.organization().teams().stream()
                .filter(team -> team.members().size() > 7 && !team.slug().equals("platform"))
                .findFirst()
                .orElseThrow()
                .slug();
    }

    @Override
    public void close() {
        application.close();
    }
}
