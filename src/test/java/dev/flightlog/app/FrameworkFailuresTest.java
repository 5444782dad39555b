package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.support.HeardLog;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the HTTP server logs of its own failures names nobody. */
class FrameworkFailuresTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(
                    clock, FakeGitHub.start(FakeApp.generate(), clock), Map.of("flightlog.test.unwritable", "true"))
            .careless();
    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final TurboFilter filter = new FrameworkFailures();

    @BeforeEach
    void start() {
        filter.start();
        logging.getTurboFilterList().add(0, filter);
    }

    @AfterEach
    void stop() {
        logging.getTurboFilterList().remove(filter);
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unwritable", "/unwritable/failing"})
    void anAnswerThatCannotBeMadeIsLoggedWithoutWhomItIsAbout(String path) throws Exception {
        try (HeardLog log = new HeardLog();
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(app.url(path)).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("mia-member");
            assertThat(log.text()).contains("Exception").doesNotContain("mia-member");
        }
    }

    @Test
    void theServersLogHasTheFilter() {
        LoggerContext fresh = new LoggerContext();

        new Logging().configure(fresh);

        assertThat(fresh.getTurboFilterList()).hasAtLeastOneElementOfType(FrameworkFailures.class);
        fresh.stop();
    }
}
