package dev.flightlog.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a chat's answer means: taken, later, a person, or not known. */
class ChatAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "SLACK, 200, ok, Taken[]",
        "SLACK, 200, <html>, 'Unknown[why=it answered 200, but not as Slack does]'",
        "SLACK, 202, '', Unknown[why=it answered 202]",
        "TEAMS, 200, 1, Taken[]",
        "TEAMS, 200, <html>, 'Unknown[why=it answered 200, but not as Teams does]'",
        "TEAMS, 200, '', 'Unknown[why=it answered 200, but not as Teams does]'",
        "TEAMS, 202, '', Taken[]",
        "TEAMS, 204, '', Unknown[why=it answered 204]",
        "SLACK, 302, '', 'Refused[status=302, said=]'",
        "SLACK, 400, invalid_blocks, 'Refused[status=400, said=invalid_blocks]'",
        "TEAMS, 400, '{\"error\": {\"message\": \"secret-of-the-test\"}}', 'Refused[status=400, said=]'",
        "TEAMS, 401, '', 'Refused[status=401, said=]'",
        "TEAMS, 404, '', 'Refused[status=404, said=]'",
        "TEAMS, 410, '', 'Refused[status=410, said=]'",
        "TEAMS, 500, '', Unknown[why=it answered 500]",
        "SLACK, 403, action_prohibited, 'Refused[status=403, said=action_prohibited]'",
        "SLACK, 404, no_service, 'Refused[status=404, said=no_service]'",
        "SLACK, 410, channel_is_archived, 'Refused[status=410, said=channel_is_archived]'",
        "SLACK, 408, '', Unknown[why=it answered 408]",
        "SLACK, 500, rollup_error, Unknown[why=it answered 500]",
        "TEAMS, 502, '', Unknown[why=it answered 502]",
        "TEAMS, 503, '', 'Later[status=503, after=PT0S]'",
        "TEAMS, 504, '', Unknown[why=it answered 504]",
    })
    void eachStatusMeansOneThing(ChatKind kind, int status, String body, String meaning) {
        assertThat(answer(kind, status, body, null)).hasToString(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "30, PT30S",
        "'Wed, 18 Nov 2026 09:02:00 GMT', PT2M",
        "'Wed, 18 Nov 2026 08:00:00 GMT', PT0S",
        "999999999, PT24H",
        "soon, PT0S",
    })
    void waitsAsLongAsTheChatAsksWithinADay(String header, Duration wait) {
        assertThat(answer(ChatKind.SLACK, 429, "", header)).isEqualTo(new ChatAnswer.Later(429, wait));
    }

    @Test
    void withoutRetryAfterTheOwnPauseHolds() {
        assertThat(answer(ChatKind.TEAMS, 429, "", null)).isEqualTo(new ChatAnswer.Later(429, Duration.ZERO));
    }

    private static ChatAnswer answer(ChatKind kind, int status, String body, @Nullable String retryAfter) {
        return ChatAnswers.of(kind, status, body.getBytes(StandardCharsets.UTF_8), retryAfter, NOW);
    }
}
