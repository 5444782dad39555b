package dev.flightlog.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session opens, what it does not, and when it ends. */
class SessionTest {
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
    private static final String ORIGIN = "https://flightlog.example";

    private final SettableClock clock = new SettableClock(NOW);
    private final TestApplication app = TestApplication.start(
            clock,
            FakeGitHub.start(FakeApp.generate(), clock),
            Map.of("flightlog.test.probe", "true", "flightlog.public-url", ORIGIN + "/"));
    private final Sessions sessions = app.bean(Sessions.class);
    private final Organization acme = app.github().world().addOrganization("acme");
    private final Organization umbrella = app.github().world().addOrganization("umbrella");
    private final Person ada = acme.addOwner("ada");
    private final Person grace = acme.addMember("grace");
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void install() {
        acme.addRepository("copilot-governance");
        umbrella.addRepository("copilot-governance");
        umbrella.addOwner("eve");
        umbrella.addMember(grace, Member.Role.MEMBER);
        app.github().installApp(acme);
        app.github().installApp(umbrella);
        app.runJobs();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void theCookieOpensPagesAndNothingElseDoes() {
        String id = signIn(ada, acme);

        assertThat(get("/portfolio/probe", id).body()).startsWith("ada ");
        assertThat(get("/portfolio/probe/anybody", id).body()).isEqualTo("ada");
        assertThat(get("/portfolio/probe/anybody", (id.startsWith("x") ? "y" : "x") + id.substring(1))
                        .body())
                .isEqualTo("nobody GET");
        assertThat(get("/portfolio/probe/anybody", hex(id)).body()).isEqualTo("nobody GET");
        assertThat(send(HttpRequest.newBuilder(app.url("/portfolio/probe/anybody"))
                                .header("Cookie", "flightlog=" + id))
                        .body())
                .as("over https the cookie without __Host- is somebody else's")
                .isEqualTo("nobody GET");
    }

    @Test
    void whoIsSignedOutIsSentToTheStartAndComesBackLater() {
        HttpResponse<String> answer = get("/portfolio/probe?since=2026-10-01", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-flightlog-return=/portfolio/probe?since=2026-10-01;")
                .containsIgnoringCase("; HttpOnly")
                .contains("; Max-Age=600", "; Path=/", "; Secure", "; SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void theDatabaseHoldsTheHashOnly() {
        String id = signIn(ada, acme);
        String csrf = csrf(id);

        assertThat(app.query("select encode(session_hash, 'hex') || ' ' || session::text from session"))
                .singleElement()
                .asString()
                .contains(hex(id))
                .doesNotContain(id, csrf);
    }

    @Test
    void nothingChangesWithoutOriginAndTokenOfThisSession() {
        String id = signIn(ada, acme);
        String other = signIn(ada, acme);
        String form = "word=hello&csrf=" + csrf(id);

        HttpResponse<String> changed = post(id, form, "Origin", ORIGIN);
        assertThat(changed.body())
                .as("%s %s", changed.statusCode(), changed.headers().map())
                .isEqualTo("ada wrote hello");
        assertThat(post(id, form, "Origin", ORIGIN, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(id, form, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
        assertThat(post(id, form).statusCode()).isEqualTo(403);
        assertThat(post(id, form, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post(id, form, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(post(id, form, "Origin", ORIGIN + ".evil.example").statusCode())
                .isEqualTo(403);
        assertThat(post(id, form, "Origin", ORIGIN, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(id, form, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
        assertThat(post(id, "word=hello", "Origin", ORIGIN).statusCode()).isEqualTo(403);
        assertThat(post(id, "word=hello&csrf=" + csrf(other), "Origin", ORIGIN).statusCode())
                .isEqualTo(403);
        assertThat(post("", form, "Origin", ORIGIN).statusCode()).isEqualTo(403);
        assertThat(post(id, form + "&more=" + "x".repeat(65_536), "Origin", ORIGIN)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void anOrganizationIsSeenWhenGitHubConfirmedItAtSignInAndTheRulesStillSaySo() {
        assertThat(seen(signIn(ada, acme))).isEqualTo("acme:ADMIN");
        assertThat(seen(signIn(grace, acme, umbrella))).isEqualTo("acme:MEMBER,umbrella:MEMBER");
        assertThat(seen(signIn(grace, acme)))
                .as("the other one asked for its own sign-in")
                .isEqualTo("acme:MEMBER");
        assertThat(seen(signIn(ada, acme, umbrella))).as("no member there").isEqualTo("acme:ADMIN");
    }

    @Test
    void aSessionLastsEightHoursUsedOrNot() {
        String id = signIn(ada, acme);

        clock.advance(Sessions.LIFE.minusSeconds(1));
        assertThat(get("/portfolio/probe/anybody", id).body()).isEqualTo("ada");
        clock.advance(Duration.ofSeconds(1));
        assertThat(get("/portfolio/probe/anybody", id).body()).isEqualTo("nobody GET");

        app.careless();
        sessions.forgetEnded(clock.instant());
        assertThat(app.query("select login from session")).isEmpty();
    }

    @Test
    void endingEndsWhatWasMeantAndNothingElse() {
        String one = signIn(ada, acme);
        String two = signIn(ada, acme);
        String graces = signIn(grace, acme, umbrella);

        sessions.end(grace.id(), SessionHash.ofId(one));
        assertThat(signedIn(one)).as("somebody else's is not theirs to end").isTrue();
        sessions.end(ada.id(), SessionHash.ofId(one));
        assertThat(signedIn(one)).isFalse();
        assertThat(signedIn(two)).isTrue();
        sessions.endAll(ada.id());
        assertThat(signedIn(two)).isFalse();
        sessions.left(acme.id(), grace.id());
        assertThat(seen(graces)).isEqualTo("umbrella:MEMBER");
        sessions.left(umbrella.id(), grace.id());
        assertThat(signedIn(graces)).isFalse();
    }

    @Test
    void aPersonHasTenSessionsAtMostAndTheOldestEnd() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            ids.add(signIn(ada, acme));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(ids.stream().map(this::signedIn))
                .containsExactly(false, false, true, true, true, true, true, true, true, true, true, true);
    }

    private String signIn(Person person, Organization... organizations) {
        return sessions.start(
                person.id(),
                person.login(),
                java.util.Arrays.stream(organizations).map(Organization::id).toList(),
                "Test");
    }

    private boolean signedIn(String id) {
        return !get("/portfolio/probe/anybody", id).body().startsWith("nobody");
    }

    private String csrf(String id) {
        return get("/portfolio/probe", id).body().split(" ", -1)[1];
    }

    private String seen(String id) {
        return get("/portfolio/probe", id).body().split(" ", -1)[2];
    }

    private static String hex(String id) {
        return HexFormat.of().formatHex(Secret.hash(id));
    }

    private HttpResponse<String> get(String path, String id) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.url(path));
        return send(id.isEmpty() ? request : request.header("Cookie", "__Host-flightlog=" + id));
    }

    private HttpResponse<String> post(String id, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.url("/portfolio/probe"))
                .header("Cookie", "__Host-flightlog=" + id)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
