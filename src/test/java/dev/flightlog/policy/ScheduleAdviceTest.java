package dev.flightlog.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleAdviceTest {
    @ParameterizedTest
    @CsvSource({
        "monday, '08:00', Europe/Berlin, true",
        "tuesday, '23:59', UTC, true",
        "wednesday, '00:00', UTC, false",
        "wednesday, '08:00', UTC, false",
        "wednesday, '08:00', Asia/Tokyo, true",
        "thursday, '08:00', Asia/Tokyo, false",
        "sunday, '08:00', UTC, false",
    })
    void warnsOfPostsBeforeSundayIsPublished(String day, String time, String zone, boolean warned) {
        Optional<Problem> warning =
                warning("summary:\n  day: " + day + "\n  time: \"" + time + "\"\n  timezone: " + zone + "\n");

        assertThat(warning.isPresent()).isEqualTo(warned);
        warning.ifPresent(
                problem -> assertThat(problem.describe()).startsWith("2:").contains("Sunday"));
    }

    @Test
    void theDefaultIsLateEnough() {
        assertThat(warning("version: 1\n")).isEmpty();
    }

    private static Optional<Problem> warning(String file) {
        return switch (PolicyParser.parse(file.getBytes(StandardCharsets.UTF_8))) {
            case PolicyResult.Valid valid -> ScheduleAdvice.warning(valid);
            case PolicyResult.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
