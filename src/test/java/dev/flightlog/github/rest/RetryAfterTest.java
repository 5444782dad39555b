package dev.flightlog.github.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.HeardLog;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever GitHub writes into Retry-After, there is a moment to come again at. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:26:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 30000",
                "2.5 | 2500",
                "0 | 1000",
                "Sat, 28 Nov 2026 10:26:26 GMT | 26000",
                "Sat, 28 Nov 2026 10:25:00 GMT | 1000",
                "Saturday, 28-Nov-26 10:26:26 GMT | 26000",
                "Sat Nov 28 10:26:26 2026 | 26000",
                "Sun Nov 29 10:25:00 2026 | 86340000",
                "Tue, 28 Nov 2026 10:26:26 GMT | 26000",
                "Tuesday, 28-Nov-26 10:26:26 GMT | 26000",
                "Tue Nov 28 10:26:26 2026 | 26000",
                "Sun Dec  6 10:26:00 2026 | 86400000",
                "999999999 | 86400000",
                "86401 | 86400000",
                "86399 | 86399000",
                "soon | 60000",
                "-5 | 60000",
                "99999999999999999999 | 86400000"
            })
    void isUnderstoodInEveryForm(String value, long millis) {
        HttpHeaders headers = HttpHeaders.of(Map.of("retry-after", List.of(value)), (_, _) -> true);

        assertThat(Duration.between(NOW, FailureMapper.until(headers, NOW))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void aWaitOfYearsIsADayAndTheLogSaysSo() {
        HttpHeaders headers = HttpHeaders.of(
                Map.of("x-ratelimit-remaining", List.of("0"), "x-ratelimit-reset", List.of("999999999999")),
                (_, _) -> true);
        try (HeardLog log = new HeardLog()) {
            assertThat(FailureMapper.until(headers, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));

            assertThat(log.text()).contains("it is asked again on 2026-11-29T10:26:00Z");
        }
    }
}
