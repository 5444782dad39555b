package dev.flightlog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What anybody gets: the first page, its style sheet and scripts, and how a browser is told to handle them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDoorTest {
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    private final TestApplication application = TestApplication.start(
                    new SettableClock(Instant.parse("2026-11-18T09:00:00Z")))
            .careless();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void saysWhatThisIsAndHowSignInIsSwitchedOn() {
        HttpResponse<String> home = get("/");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(home.body())
                .contains("The log of your organization’s GitHub Copilot")
                .contains("FLIGHTLOG_GITHUB_CLIENT_ID")
                .doesNotContain("href=\"/login\"");
    }

    @Test
    void aBrowserRunsAndLoadsOnlyWhatIsOurs() {
        HttpResponse<String> home = get("/");

        assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(home.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(home.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(home.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void everyAssetIsThereAndIsKeptForAYear() {
        Matcher asset = ASSET.matcher(get("/").body());
        int assets = 0;
        while (asset.find()) {
            HttpResponse<String> answer = get(asset.group(1));
            assertThat(answer.statusCode()).as(asset.group(1)).isEqualTo(200);
            assertThat(answer.body()).isNotBlank();
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            assets++;
        }
        assertThat(assets).isEqualTo(5);
    }

    @Test
    void anAssetOfAnotherReleaseIsNotKept() {
        assertThat(get("/assets/000000000000/flightlog.css").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(get("/assets/000000000000/application.yml").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(application.url(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
