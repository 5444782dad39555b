package dev.flightlog.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.support.HeardLog;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.support.TestBrowser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in with GitHub: the way in, every way in which it fails, and what is left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private static final String PUBLIC_URL = "https://flightlog.example";
    private static final String SESSION = "__Host-flightlog";
    private static final String BROWSER = "__Host-flightlog-sign-in";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final HeardLog log = new HeardLog();
    private final TestApplication app = TestApplication.start(clock, github, properties());
    private final Organization acme = github.world().addOrganization("acme");
    private final Organization umbrella = github.world().addOrganization("umbrella");
    private final Person ada = acme.addOwner("ada");
    private final Person grace = acme.addMember("grace");
    private TestBrowser browser = new TestBrowser(app, PUBLIC_URL);

    @BeforeAll
    void install() {
        acme.addRepository("copilot-governance");
        umbrella.addRepository("copilot-governance");
        umbrella.addOwner("eve");
        github.world().addPerson("mallory", "Mallory");
        github.installApp(acme);
        github.installApp(umbrella);
        app.runJobs();
    }

    @BeforeEach
    void asOnTheFirstDay() {
        github.webhookUrl(app.url("/webhooks/github"));
        browser = new TestBrowser(app, PUBLIC_URL);
        github.authorizations().callbackUrls(PUBLIC_URL + "/login/callback");
        github.authorizations().suspendApp(false);
        github.faults().clear();
        for (Organization organization : List.of(acme, umbrella)) {
            organization.requireSingleSignOn(false);
            organization.blockUserTokens(false);
        }
        acme.addMember(grace, Member.Role.MEMBER);
        umbrella.remove(grace);
        acme.remove(github.world().person("mallory"));
        app.execute("delete from session");
        app.execute("delete from access_token");
        app.execute("update person set role = 'member', left_at = null where login = 'grace'");
    }

    @AfterAll
    void stop() {
        log.close();
        app.careless().close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(github.authorizations().liveTokens())
                .as("user tokens that still work")
                .isZero();
        String stored = everythingStored();
        List<String> secrets = github.authorizations().secretsGivenOut();
        assertThat(secrets).allSatisfy(secret -> {
            assertThat(stored).doesNotContain(secret);
            assertThat(log.text()).doesNotContain(secret);
        });
        browser.cookies().values().forEach(secret -> {
            assertThat(stored).doesNotContain(secret);
            assertThat(log.text()).doesNotContain(secret);
        });
        assertThat(log.text()).doesNotContain(github.app().clientSecret());
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void signsInWithStateAndPkceAndEndsTheTokenAtOnce() {
        URI asked = browser.begin("/login?return_to=%2Faccount");
        assertThat(asked.toString())
                .startsWith(github.webUrl() + "/login/oauth/authorize?")
                .contains("client_id=" + github.app().clientId(), "code_challenge_method=S256", "response_type=code")
                .contains("redirect_uri=https%3A%2F%2Fflightlog.example%2Flogin%2Fcallback")
                .doesNotContain("scope", "prompt");

        HttpResponse<String> back = browser.get(browser.authorize(asked, "ada"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("/account");
        assertThat(back.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(back.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(browser.cookies()).containsOnlyKeys(SESSION);
        assertThat(browser.get("/account").body()).contains("Signed in as ada", "Firefox on Linux");
        assertThat(github.requests().stream().map(request -> request.method() + " " + request.path()))
                .containsSubsequence(
                        "POST /login/oauth/access_token",
                        "GET /user",
                        "GET /user/memberships/orgs/acme",
                        "DELETE /applications/" + github.app().clientId() + "/token");
    }

    @Test
    void anotherAccountIsChosenOnGitHub() {
        assertThat(browser.begin("/login?account=other").toString()).contains("prompt=select_account");
    }

    @Test
    void comesBackToOwnPagesOnly() {
        assertReturn("/portfolio", "/portfolio");
        assertReturn(
                "/orgs/acme/teams/payments?since=2026-10-01&compare=web",
                "/orgs/acme/teams/payments?since=2026-10-01&compare=web");
        for (String foreign : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/orgs/\nSet-Cookie: a=b",
                "/api/orgs/acme",
                "/logout",
                "javascript:alert(1)",
                "orgs/acme",
                "/orgs/" + "x".repeat(600))) {
            assertReturn(foreign, "/");
        }
    }

    @Test
    void aNewSessionReplacesTheOneOfTheBrowser() {
        browser.signIn("ada");
        String before = browser.cookies().get(SESSION);
        browser.signIn("grace");

        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(before);
        assertThat(browser.get("/account").body()).contains("Signed in as grace");
        browser.cookies().put(SESSION, before);
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void anIdThatSomebodyPlantedIsNeverTaken() {
        browser.cookies().put(SESSION, "x".repeat(43));
        browser.signIn("ada");

        assertThat(browser.cookies().get(SESSION)).isNotEqualTo("x".repeat(43));
    }

    @Test
    void denied() {
        assertRefused(browser.get(browser.authorize(browser.begin("/login"), "")), 403, "You said no on GitHub");
    }

    @Test
    void aStateThatIsNotOurs() {
        String back = browser.authorize(browser.begin("/login"), "ada");

        assertRefused(browser.get(back.replaceAll("state=[^&]*", "state=x.1.eA.y")), 400, "another sign-in");
        assertRefused(browser.get(back.replaceAll("&?state=[^&]*", "")), 400, "another sign-in");
        assertThat(browser.get(back).statusCode())
                .as("the true answer still counts")
                .isEqualTo(303);
    }

    @Test
    void anAnswerInAnotherBrowser() {
        String back = browser.authorize(browser.begin("/login"), "ada");
        TestBrowser other = new TestBrowser(app, PUBLIC_URL);

        assertRefused(other.get(back), 400, "another sign-in");
        other.begin("/login");
        assertRefused(other.get(back), 400, "another sign-in");
    }

    @Test
    void anAnswerThatIsPlayedAgain() {
        URI asked = browser.begin("/login");
        String secret = browser.cookies().get(BROWSER);
        String back = browser.authorize(asked, "ada");
        browser.get(back);

        assertThat(browser.get(back).statusCode()).isEqualTo(400);
        browser.cookies().put(BROWSER, secret);
        assertRefusedAs(browser.get(back), 400, "GitHub does not take this answer any more");
    }

    @Test
    void aCodeThatIsTooOld() {
        String old = browser.authorize(browser.begin("/login"), "ada");
        String code = old.replaceAll(".*code=([^&]*).*", "$1");
        clock.advance(Duration.ofMinutes(9).plusSeconds(30));
        String fresh = browser.authorize(browser.begin("/login"), "ada");
        clock.advance(Duration.ofMinutes(1));

        assertRefused(browser.get(fresh.replaceAll("code=[^&]*", "code=" + code)), 400, "any more");
    }

    @Test
    void anAnswerThatComesTooLate() {
        String back = browser.authorize(browser.begin("/login"), "ada");
        clock.advance(Duration.ofMinutes(10));

        assertRefused(browser.get(back), 400, "This took too long");
    }

    @Test
    void anAnswerWithoutCode() {
        String back = browser.authorize(browser.begin("/login"), "ada");

        assertRefused(browser.get(back.replaceAll("code=[^&]*&", "")), 400, "any more");
    }

    @Test
    void aCallbackThatIsNotRegistered() {
        github.authorizations().callbackUrls(PUBLIC_URL + "/login/callback/");
        String back = browser.authorize(browser.begin("/login"), "ada");

        assertRefused(browser.get(back.replace("/login/callback/", "/login/callback")), 502, "redirect_uri_mismatch");
    }

    @Test
    void anAppThatGitHubSuspended() {
        github.authorizations().suspendApp(true);

        assertRefused(browser.get(browser.authorize(browser.begin("/login"), "ada")), 502, "application_suspended");
    }

    @Test
    void aClientSecretThatIsNotTheApps() {
        Map<String, Object> wrong = new HashMap<>(properties());
        wrong.put("flightlog.github.client-secret", "0123456789012345678901234567890123456789");
        TestApplication mistaken = TestApplication.start(clock, github, wrong);
        try {
            TestBrowser visitor = new TestBrowser(mistaken, PUBLIC_URL);
            HttpResponse<String> answer = visitor.get(visitor.authorize(visitor.begin("/login"), "ada"));

            assertRefusedAs(answer, 502, "incorrect_client_credentials");
            assertThat(answer.body()).contains("contact the operator", "client ID or secret are not the App");
            assertThat(log.text()).contains("GitHub refused a sign-in's code: incorrect_client_credentials");
        } finally {
            mistaken.stop();
        }
    }

    @Test
    void onGheComPeopleAreSentToTheWebHostOfTheSubdomain() {
        Map<String, Object> ghe = new HashMap<>(properties());
        ghe.put("flightlog.github.api-url", "https://api.octo.ghe.com");
        ghe.put("flightlog.github.web-url", "https://octo.ghe.com");
        TestApplication enterprise = TestApplication.start(clock, github, ghe);
        try {
            URI asked = new TestBrowser(enterprise, PUBLIC_URL).begin("/login");

            assertThat(asked.toString()).startsWith("https://octo.ghe.com/login/oauth/authorize?");
        } finally {
            enterprise.stop();
        }
    }

    @Test
    void codesAreExchangedAtTheWebHostAndPeopleAskedForAtTheApi() {
        Map<String, Object> twoHosts = new HashMap<>(properties());
        twoHosts.put("flightlog.github.web-url", github.webUrl().replace("localhost", "127.0.0.1"));
        TestApplication enterprise = TestApplication.start(clock, github, twoHosts);
        try {
            github.forgetRequests();
            TestBrowser visitor = new TestBrowser(enterprise, PUBLIC_URL);
            visitor.get(visitor.authorize(visitor.begin("/login"), "ada"));
        } finally {
            enterprise.stop();
        }

        assertThat(github.requests().stream()
                        .map(request -> request.header("host").orElse("").replaceAll(":.*", "") + " "
                                + request.path().replace(github.app().clientId(), "CLIENT")))
                .contains(
                        "127.0.0.1 /login/oauth/access_token",
                        "localhost /user",
                        "localhost /applications/CLIENT/token");
    }

    @Test
    void statusTwoHundredWithoutAToken() {
        github.faults().next("POST /login/oauth/access_token", 1, Fault.status(200));

        assertRefused(browser.signIn("ada"), 502, "GitHub does not answer");
    }

    @Test
    void gitHubAwayAtAnyStep() {
        for (String step : List.of("POST /login/oauth", "GET /user$", "GET /user/memberships")) {
            github.faults().next(step, 1, Fault.status(503));
            assertRefused(browser.signIn("ada"), 502, "GitHub does not answer");
        }
    }

    @Test
    void aTokenThatCannotBeEndedIsOnlyLogged() {
        github.faults().next("DELETE /applications", 1, Fault.status(503));

        assertThat(browser.signIn("ada").statusCode()).isEqualTo(303);
        assertThat(log.text()).contains("a user token could not be ended at GitHub");
        assertThat(github.authorizations().liveTokens()).isOne();
        github.takeBackAuthorization(ada);
        app.runJobs();
    }

    @Test
    void samlWantsItsOwnSignInFirst() {
        acme.requireSingleSignOn(true);

        HttpResponse<String> refused = browser.signIn("grace");
        assertRefused(refused, 403, "acme asks for single sign-on first");
        assertThat(refused.body()).contains("href=\"" + github.webUrl() + "/orgs/acme/sso");

        acme.startSingleSignOn(grace);
        assertThat(browser.signIn("grace").statusCode()).isEqualTo(303);
    }

    @Test
    void samlOfOneOrganizationHidesOnlyThatOne() {
        umbrella.addMember(grace, Member.Role.MEMBER);
        umbrella.requireSingleSignOn(true);

        browser.signIn("grace");

        assertThat(browser.get("/account").body())
                .contains("<option>acme</option>")
                .doesNotContain("umbrella");
    }

    @Test
    void outsidersLearnNothing() {
        assertRefused(browser.signIn("mallory"), 403, "You are not a member of an organization that uses this server");
        HttpResponse<String> open = browser.signIn("mallory");
        acme.requireSingleSignOn(true);
        HttpResponse<String> saml = browser.signIn("mallory");
        umbrella.blockUserTokens(true);
        HttpResponse<String> blocked = browser.signIn("mallory");

        assertThat(saml.body()).isEqualTo(open.body()).doesNotContain("acme", "umbrella");
        assertThat(blocked.body()).isEqualTo(open.body());
        assertThat(open.body()).contains("/login?account=other", "SAML");
    }

    @Test
    void whoIsInvitedAcceptsFirst() {
        acme.invite(github.world().person("mallory"));

        HttpResponse<String> refused = browser.signIn("mallory");
        assertRefused(refused, 403, "Accept your invitation first");
        assertThat(refused.body()).contains("href=\"" + github.webUrl() + "/orgs/acme/invitation\"");
    }

    @Test
    void anOrganizationThatBlocksTheApp() {
        acme.blockUserTokens(true);

        assertRefused(browser.signIn("grace"), 403, "acme does not let Flightlog in");
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn("ada");
        String session = browser.cookies().get(SESSION);

        HttpResponse<String> out = browser.post("/logout", Map.of());

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        browser.cookies().put(SESSION, session);
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void takingTheAuthorizationBackEndsSessionsAndTokens() {
        browser.signIn("ada");
        browser.post("/account/tokens", Map.of("organization", "acme", "name", "notebook", "days", "30"));
        TestBrowser graces = new TestBrowser(app, PUBLIC_URL);
        graces.signIn("grace");

        github.takeBackAuthorization(ada);
        app.runJobs();

        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        assertThat(graces.get("/account").statusCode()).isEqualTo(200);
        assertThat(app.query("select revoked_for from access_token")).containsExactly("authorization");
    }

    @Test
    void leavingTheOrganizationEndsTheSession() {
        browser.signIn("grace");

        github.administrators().removeMember(acme, grace);
        app.runJobs();

        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    }

    private void assertReturn(String wanted, String expected) {
        URI asked = browser.begin(
                "/login?return_to=" + java.net.URLEncoder.encode(wanted, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(browser.get(browser.authorize(asked, "ada")).headers().firstValue("Location"))
                .as(wanted)
                .hasValue(expected);
    }

    private void assertRefused(HttpResponse<String> answer, int status, String words) {
        assertRefusedAs(answer, status, words);
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        assertThat(app.query("select login from session")).isEmpty();
    }

    private static void assertRefusedAs(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words).contains("<h1>").contains("href=\"/login");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private String everythingStored() {
        StringBuilder stored = new StringBuilder();
        for (String table : app.query("select quote_ident(table_name) from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            app.query("select t::text from " + table + " t").forEach(stored::append);
        }
        return stored.toString();
    }

    private Map<String, Object> properties() {
        return new HashMap<>(Map.of(
                "flightlog.public-url", PUBLIC_URL,
                "flightlog.github.client-id", github.app().clientId(),
                "flightlog.github.client-secret", github.app().clientSecret()));
    }
}
