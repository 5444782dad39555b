package dev.flightlog.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.support.SettableClock;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubAppTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    @Test
    void aBlankKeyIsNoneAndTheFileCounts(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("app.pem"), FakeApp.generate().privateKeyPem());

        for (String blank : List.of("", " \n")) {
            assertThatCode(() -> new GitHubApp(configuration(blank, file.toString()), CLOCK).token())
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> new GitHubApp(configuration(blank, blank), CLOCK))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("FLIGHTLOG_GITHUB_PRIVATE_KEY is missing");
        }
    }

    /** Signing costs milliseconds, and a load asks hundreds of times. */
    @Test
    void aTokenIsUsedForAMinuteAndNeverAfterTheClockWentBack() {
        SettableClock clock = new SettableClock(CLOCK.instant());
        GitHubApp app = new GitHubApp(configuration(FakeApp.generate().privateKeyPem(), ""), clock);
        String first = app.token();

        clock.advance(Duration.ofSeconds(59));
        assertThat(app.token()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        String second = app.token();
        assertThat(second).isNotEqualTo(first);
        clock.advance(Duration.ofHours(-1));
        assertThat(app.token()).isNotEqualTo(second);
    }

    private static GitHubConfiguration configuration(@Nullable String key, String file) {
        URI api = URI.create("https://api.github.com");
        return new GitHubConfiguration(
                "1", key, file, api, api, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(20), 6, 900);
    }
}
