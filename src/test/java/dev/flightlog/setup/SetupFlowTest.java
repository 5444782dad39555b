package dev.flightlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.JobsByHand;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From nothing to an App, as a browser sees it; and whoever has no token or an old answer gets nowhere. */
class SetupFlowTest {
    private static final FakeApp USUAL = FakeApp.generate();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(
            new FakeApp(
                    123_456,
                    "Iv23liAbc",
                    "flightlog-<b>acme",
                    USUAL.keys(),
                    "s3cret",
                    USUAL.permissions(),
                    USUAL.events()),
            clock);
    private final HttpClient browser = HttpClient.newHttpClient();
    private final ApplicationContext context =
            ApplicationContext.builder(properties(github)).singletons(clock).start();
    private final EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    private final String token = context.getBean(SetupTickets.class).token();

    SetupFlowTest() throws Exception {
        context.getBean(JobsByHand.class).awaitReady();
    }

    @AfterEach
    void stop() {
        context.close();
        github.close();
    }

    @Test
    void opensOnlyWithTheTokenOfTheLog() throws Exception {
        assertThat(get("/setup").statusCode()).isEqualTo(403);
        assertThat(get("/setup?token=" + token.substring(1)).statusCode()).isEqualTo(403);
        assertThat(get("/setup?token=" + token).statusCode()).isEqualTo(200);
        assertThat(get("/setup?token=" + token).statusCode()).isEqualTo(200);
        assertThat(choose("wrong", "organization", "acme").statusCode()).isEqualTo(403);
    }

    @Test
    void noPageIsKeptFramedOrTakesAnythingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/setup?token=" + token);

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'nonce-")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script", "<link", "src=").contains("<style nonce=");
    }

    @Test
    void sendsTheManifestFromTheBrowserToGitHub() throws Exception {
        HttpResponse<String> page = choose(token, "organization", "acme");
        JsonNode manifest = manifest(page.body());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern(
                        "action=\"https://github.example/organizations/acme/settings/apps/new\\?state=[\\w-]{43}\"");
        assertThat(manifest.path("redirect_url").asText()).isEqualTo("https://flightlog.acme.test/setup/callback");
        assertThat(manifest.at("/hook_attributes/url").asText())
                .isEqualTo("https://flightlog.acme.test/webhooks/github");
        assertThat(manifest.at("/callback_urls/0").asText()).isEqualTo("https://flightlog.acme.test/login/callback");
        assertThat(manifest.path("public").asBoolean()).isFalse();
        assertThat(manifest.toString()).doesNotContain("flightlog.example.com");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' https://github.example https:;");
    }

    @Test
    void anAppOfAnAccountIsPublicSoThatAnOrganizationCanInstallIt() throws Exception {
        HttpResponse<String> page = choose(token, "account", "");

        assertThat(page.body()).contains("action=\"https://github.example/settings/apps/new?state=");
        assertThat(manifest(page.body()).path("public").asBoolean()).isTrue();
    }

    @Test
    void asksAgainForAnOrganizationThatCannotBe() throws Exception {
        for (String name : new String[] {"", "a/b", "\"><script>", "-acme", "acme?state=x"}) {
            HttpResponse<String> page = choose(token, "organization", name);

            assertThat(page.statusCode()).as(name).isEqualTo(400);
            assertThat(page.body()).contains("Which organization?").doesNotContain("<script>");
        }
    }

    @Test
    void showsTheCredentialsOnceAndKeepsNone() throws Exception {
        HttpResponse<String> chosen = choose(token, "organization", "acme");
        String state = state(chosen.body());
        String code = confirm(chosen.body());
        HttpResponse<String> page = get("/setup/callback?code=" + code + "&state=" + state);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).contains("flightlog-&lt;b&gt;acme").doesNotContain("<b>acme");
        assertThat(download(page.body(), "flightlog-github.env"))
                .startsWith("FLIGHTLOG_GITHUB_APP_ID=123456\n")
                .contains("FLIGHTLOG_GITHUB_WEBHOOK_SECRET=s3cret\n")
                .contains("FLIGHTLOG_GITHUB_PRIVATE_KEY='-----BEGIN RSA PRIVATE KEY-----\\nMIIE");
        assertThat(download(page.body(), "flightlog-github.yaml"))
                .contains("name: flightlog-github\n")
                .contains("webhook-secret: \"s3cret\"\n");
        assertThat(get("/setup/callback?code=" + code + "&state=" + state).statusCode())
                .isEqualTo(400);
        assertThat(get("/setup?token=" + token).statusCode()).isEqualTo(410);
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() throws Exception {
        HttpResponse<String> chosen = choose(token, "organization", "acme");
        String state = state(chosen.body());
        String code = confirm(chosen.body());

        for (String other : new String[] {"", "x", state.substring(1)}) {
            HttpResponse<String> page = get("/setup/callback?code=" + code + "&state=" + other);
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).doesNotContain("s3cret").contains("address from Flightlog&#39;s log");
        }
        assertThat(get("/setup/callback?code=" + code + "&state=" + state).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnAnswerAfterAnHour() throws Exception {
        HttpResponse<String> chosen = choose(token, "organization", "acme");
        String state = state(chosen.body());
        String code = confirm(chosen.body());
        clock.advance(Duration.ofMinutes(61));

        assertThat(get("/setup/callback?code=" + code + "&state=" + state).statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysWhatToDoWithACodeThatGitHubDoesNotTake() throws Exception {
        HttpResponse<String> chosen = choose(token, "organization", "acme");
        String code = confirm(chosen.body());
        github.faults().next("POST /app-manifests/" + code, 1, Fault.status(422));
        for (String given : new String[] {"expired", code}) {
            String state = state(choose(token, "organization", "acme").body());
            HttpResponse<String> page = get("/setup/callback?code=" + given + "&state=" + state);

            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("GitHub does not take this code", "within the hour");
        }
    }

    @Test
    void canBeReloadedAfterGitHubWasDown() throws Exception {
        HttpResponse<String> chosen = choose(token, "organization", "acme");
        String state = state(chosen.body());
        String code = confirm(chosen.body());
        github.faults().next("POST /app-manifests/", 1, Fault.status(503));

        assertThat(get("/setup/callback?code=" + code + "&state=" + state).statusCode())
                .isEqualTo(502);
        assertThat(get("/setup/callback?code=" + code + "&state=" + state).statusCode())
                .isEqualTo(200);
    }

    /** What install.md says, from no App to the first post, against the simulated GitHub. */
    @Test
    void theWholeInstallCanBeRehearsed() throws Exception {
        InventedOrganization invented = InventedOrganization.create(github.world(), "acme", 42, 20, 3, 1)
                .punctual();
        HttpResponse<String> chosen = choose(token, "organization", "acme");
        String back = send(
                        github.webUrl() + "/organizations/acme/settings/apps/new?state=" + state(chosen.body()),
                        manifestForm(chosen.body()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String credentials = download(
                get(back.substring("https://flightlog.acme.test".length())).body(), "flightlog-github.env");
        context.close();

        Map<String, Object> given = new HashMap<>(Map.of("flightlog.public-url", "https://flightlog.acme.test"));
        given.put("flightlog.github.app-id", setting(credentials, "APP_ID"));
        given.put("flightlog.github.webhook-secret", setting(credentials, "WEBHOOK_SECRET"));
        given.put("flightlog.github.client-id", setting(credentials, "CLIENT_ID"));
        given.put("flightlog.github.client-secret", setting(credentials, "CLIENT_SECRET"));
        given.put(
                "flightlog.github.private-key",
                setting(credentials, "PRIVATE_KEY").replace("'", "").replace("\\n", "\n"));
        try (TestApplication installed = TestApplication.start(clock, github, given)) {
            HttpResponse<String> done =
                    send(github.webUrl() + "/apps/flightlog/installations/new", "organization=acme");
            assertThat(done.headers().firstValue("Location").orElseThrow())
                    .startsWith("https://flightlog.acme.test/setup/installed?installation_id=");
            installed.runJobs();

            assertThat(invented.organization().governance().issues()).hasSize(1);
        }
    }

    @Test
    void theServerAnswersWithoutAnApp() throws Exception {
        HttpResponse<String> schema = get("/schemas/flightlog.schema.json");

        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        assertThat(new ObjectMapper().readTree(schema.body()).path("properties").has("summary"))
                .isTrue();
        assertThat(get("/setup/installed?installation_id=1").statusCode()).isEqualTo(409);
        assertThat(post("/webhooks/github", "{}").statusCode())
                .as("GitHub keeps what could not be delivered, and gives it again")
                .isEqualTo(503);
    }

    private static Map<String, Object> properties(FakeGitHub github) {
        Postgres.Database database = Postgres.fresh();
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.server.port", -1,
                "endpoints.all.port", "",
                "flightlog.test.jobs", "by-hand",
                "flightlog.public-url", "https://flightlog.acme.test",
                "flightlog.github.web-url", "https://github.example",
                "flightlog.github.api-url", github.apiUrl()));
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.username());
        properties.put("datasources.default.password", database.password());
        properties.put("datasources.default.maximum-pool-size", 2);
        return properties;
    }

    private HttpResponse<String> choose(String given, String owner, String organization) throws Exception {
        return post(
                "/setup",
                "token=" + given + "&owner=" + owner + "&organization="
                        + URLEncoder.encode(organization, StandardCharsets.UTF_8));
    }

    /** Confirms the manifest on GitHub's page. The code that GitHub sends the browser back with. */
    private String confirm(String html) throws Exception {
        HttpResponse<String> answer = send(
                github.webUrl() + "/organizations/acme/settings/apps/new?state=" + state(html), manifestForm(html));
        return find("[?&]code=(\\w+)", answer.headers().firstValue("Location").orElseThrow());
    }

    private static String manifestForm(String html) throws IOException {
        return "confirmed=yes&manifest=" + URLEncoder.encode(manifest(html).toString(), StandardCharsets.UTF_8);
    }

    private static String setting(String credentials, String name) {
        return find("(?m)^FLIGHTLOG_GITHUB_" + name + "=(.*)$", credentials);
    }

    private HttpResponse<String> send(String url, String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept", "text/html, */*")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(uri(path).toString(), form);
    }

    private URI uri(String path) {
        return URI.create(server.getURL() + path);
    }

    private static String state(String html) {
        return find("\\?state=([\\w-]+)", html);
    }

    private static JsonNode manifest(String html) throws IOException {
        return new ObjectMapper().readTree(unescape(find("name=\"manifest\" value=\"([^\"]*)\"", html)));
    }

    private static String download(String html, String file) {
        String data = find("download=\"" + file + "\" href=\"data:[^;]+;base64,([^\"]*)\"", html);
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String unescape(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
