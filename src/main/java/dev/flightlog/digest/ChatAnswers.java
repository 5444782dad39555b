package dev.flightlog.digest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a chat's answer means. Pure. There is no key by which a chat knows a message again, so only what certainly did not
 * arrive may be sent again.
 */
final class ChatAnswers {
    /** Longer than this nobody waits for last week's news. */
    static final Duration MAX_WAIT = Duration.ofHours(24);

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]{2,39}");

    private ChatAnswers() {}

    /**
     * @param body as far as it came; only a word of the chat's own is taken from it
     * @param retryAfter the header's value, seconds or a date
     */
    static ChatAnswer of(ChatKind kind, int status, byte[] body, @Nullable String retryAfter, Instant now) {
        String said = word(body);
        return switch (status) {
            // Slack answers with these two letters, and Teams with this digit where it does not answer 202; anything
            // else
            // with 200 is another page, such as a proxy's, or ended before it said what it is.
            case 200 ->
                said(body).equals(kind == ChatKind.TEAMS ? "1" : "ok")
                        ? new ChatAnswer.Taken()
                        : new ChatAnswer.Unknown("it answered 200, but not as " + kind.written() + " does");
            case 202 -> kind == ChatKind.TEAMS ? new ChatAnswer.Taken() : new ChatAnswer.Unknown("it answered 202");
            case 429 -> new ChatAnswer.Later(status, wait(retryAfter, now));
            // Says of itself that it could not take the request (https://www.rfc-editor.org/rfc/rfc9110#status.503).
            case 503 -> new ChatAnswer.Later(status, wait(retryAfter, now));
            // What failed may have failed after the card was shown; a gateway does not know what the server behind it
            // did.
            case 408, 500, 502, 504 -> new ChatAnswer.Unknown("it answered " + status);
            default ->
                status >= 300 && status < 500
                        ? new ChatAnswer.Refused(status, said)
                        : new ChatAnswer.Unknown("it answered " + status);
        };
    }

    private static String said(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip();
    }

    private static String word(byte[] body) {
        String said = said(body);
        return WORD.matcher(said).matches() ? said : "";
    }

    private static Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        Duration wait = parsed(retryAfter.strip(), now);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
    }

    private static Duration parsed(String text, Instant now) {
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException noDate) {
            return Duration.ZERO;
        }
    }
}
