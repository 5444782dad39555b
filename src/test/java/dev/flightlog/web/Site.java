package dev.flightlog.web;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.policy.Policy;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.Actor;
import dev.flightlog.review.act.ReviewChoice;
import dev.flightlog.review.act.ReviewStart;
import dev.flightlog.review.act.Reviews;
import dev.flightlog.review.act.SeatRequests;
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
import java.util.Objects;
import java.util.Optional;

/** The pages of a running Flightlog that has read acme, with 60 people and ten weeks, and the small organization umbrella. */
final class Site implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    final TestApplication application;
    final InventedOrganization acme;
    final Organization umbrella;
    final Person newcomer;
    private final SettableClock clock = new SettableClock(NOW);
    /** A person has at most ten sessions. */
    private final Map<String, String> sessions = new HashMap<>();

    private final HttpClient http = HttpClient.newHttpClient();

    Site() {
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
        application = TestApplication.start(
                        clock,
                        github,
                        Map.of(
                                "flightlog.github.client-id", github.app().clientId(),
                                "flightlog.github.client-secret", github.app().clientSecret()))
                .careless();
        acme = InventedOrganization.create(github.world(), "acme", 42, 60, 9, 10)
                .punctual();
        umbrella = github.world().addOrganization("umbrella");
        umbrella.addRepository("copilot-governance").setPrivate(true);
        umbrella.addMember(acme.admin(), Member.Role.ADMIN);
        umbrella.addMember(acme.lead(), Member.Role.MEMBER);
        umbrella.seat(Seat.direct(acme.admin(), NOW.minus(Duration.ofDays(90))));
        umbrella.seat(Seat.direct(acme.lead(), NOW.minus(Duration.ofDays(90))));
        newcomer = idlePeople();
        github.installApp(acme.organization());
        github.installApp(umbrella);
        application.runJobs();
        application.pass(Duration.ofMinutes(10));
        review();
    }

    /** People of acme who have not used their seat for long, one of them through a team. */
    private Person idlePeople() {
        Team night = acme.organization().addTeam("Night <b>shift</b>");
        night.describe("<img src=x onerror=alert(1)> & \"quotes\"");
        for (int number = 0; number < 8; number++) {
            Person person = acme.organization().addMember("unused-" + number);
            night.add(person);
            Seat seat = Seat.direct(person, NOW.minus(Duration.ofDays(200)));
            acme.organization().seat(number == 7 ? seat.throughTeam(night) : seat);
        }
        return acme.organization().addMember("newcomer");
    }

    /** A review that is open, in which somebody kept a seat; and a member who asks for one. Both write what they like. */
    private void review() {
        dev.flightlog.organization.Organization product =
                Objects.requireNonNull(application.bean(OrganizationStore.class).byLogin("acme"));
        Reviews reviews = application.bean(Reviews.class);
        application.bean(ReviewStart.class).start(product, new Actor(who(acme.admin()), true, "test 1"));
        reviews.keep(
                product,
                new Actor(who(application.github().world().person("unused-2")), false, "test 2"),
                new ReviewChoice.Numbered(1),
                Optional.empty(),
                Optional.of("<script>alert(1)</script> | @everyone **bold**"));
        application
                .bean(SeatRequests.class)
                .request(product, new Actor(who(newcomer), false, "test 3"), Optional.of("\"><svg onload=alert(1)>"));
        application.runJobs();
    }

    /** Puts a policy in force. */
    void policy(String text) {
        application
                .github()
                .people()
                .push(acme.organization().governance(), acme.admin().login(), Policy.FILE, text);
        application.runJobs();
    }

    private static Who who(Person person) {
        return new Who(person.id(), person.login());
    }

    String unused() {
        return sessions.computeIfAbsent(
                "unused", _ -> signIn(application.github().world().person("unused-0"), acme.organization()));
    }

    String newcomer() {
        return sessions.computeIfAbsent("newcomer", _ -> signIn(newcomer, acme.organization()));
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
                "/account",
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
                "/orgs/acme/reviews",
                "/orgs/acme/reviews/1",
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
