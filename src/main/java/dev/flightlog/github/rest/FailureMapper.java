package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Failure;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps status, headers and body of a refusal to a {@link Failure} (github.md: Failures). */
final class FailureMapper {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    /** Without the day of the week, which says nothing new and may be wrong. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME, utc("dd-MMM-uu HH:mm:ss 'GMT'"), utc("MMM ppd HH:mm:ss uuuu"));

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
    /** To a token whose issuer is no App: the App ID is wrong. */
    private static final String UNKNOWN_APP = "Integration not found";

    private static final Duration SECONDARY_PAUSE = Duration.ofSeconds(60);
    /** GitHub's limits are those of an hour: what asks for years is a slip, and must not stop the work for years. */
    private static final Duration MAX_PAUSE = Duration.ofDays(1);

    /** About 30 years: what is longer is cut here, and by {@link #MAX_PAUSE} after it is in the log. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000);

    private FailureMapper() {}

    static Failure of(int status, HttpHeaders headers, JsonNode body, Instant now) {
        return switch (status) {
            case 401 -> new Failure.Unauthorized(message(body), ahead(headers, now));
            case 403 -> limited(headers, body) ? new Failure.RateLimited(until(headers, now)) : forbidden(body);
            case 404 ->
                message(body).equals(UNKNOWN_APP)
                        ? new Failure.Unauthorized(UNKNOWN_APP, Duration.ZERO)
                        : new Failure.NotFound();
            case 429 -> new Failure.RateLimited(until(headers, now));
            default -> status >= 500 ? new Failure.Unavailable(status) : new Failure.Refused(status, message(body));
        };
    }

    /** GitHub accepts an App's token whose clock is off by a minute at most; each answer carries GitHub's time. */
    private static Duration ahead(HttpHeaders headers, Instant now) {
        return headers.firstValue("date")
                .flatMap(FailureMapper::instant)
                .map(github -> Duration.between(github, now))
                .filter(ahead -> ahead.abs().compareTo(CLOCK_TOLERANCE) > 0)
                .orElse(Duration.ZERO);
    }

    /**
     * A date in one of the <a href="https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats">three forms of RFC
     * 9110</a>, of which two are obsolete and must be understood.
     */
    private static Optional<Instant> instant(String date) {
        String rest = date.replaceFirst("^[A-Za-z]+,? ", "");
        return DATES.stream().flatMap(form -> parsed(rest, form).stream()).findFirst();
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    private static Optional<Instant> parsed(String date, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** When to come again: what GitHub says, a day at most, else the end of the hour if nothing is left, else a minute. */
    static Instant until(HttpHeaders headers, Instant now) {
        Instant asked = asked(headers, now);
        Instant last = now.plus(MAX_PAUSE);
        if (asked.isAfter(last)) {
            LOG.warn("GitHub asks to wait until {}; it is asked again on {}", asked, last);
            return last;
        }
        return asked;
    }

    private static Instant asked(HttpHeaders headers, Instant now) {
        Optional<String> retryAfter = headers.firstValue("retry-after");
        if (retryAfter.isPresent()) {
            return later(retryAt(retryAfter.get().strip(), now), now.plusSeconds(1));
        }
        Optional<Instant> reset = headers.firstValue("x-ratelimit-reset")
                .filter(seconds -> seconds.matches("\\d{1,12}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
        return exhausted(headers) && reset.isPresent()
                ? later(reset.get(), now.plusSeconds(1))
                : now.plus(SECONDARY_PAUSE);
    }

    /**
     * Seconds, a fraction of them too, or a date; a minute for anything else.
     * <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110</a> allows whole seconds and dates.
     */
    private static Instant retryAt(String value, Instant now) {
        if (value.matches("\\d+(\\.\\d*)?")) {
            BigDecimal seconds = new BigDecimal(value).min(MOST_SECONDS);
            return now.plusMillis(seconds.movePointRight(3).longValue());
        }
        return instant(value).orElse(now.plus(SECONDARY_PAUSE));
    }

    /** GitHub gives no status or code of its own to these two; this is the one place that reads its words. */
    private static Failure forbidden(JsonNode body) {
        String message = message(body);
        if (message.contains("'Copilot usage metrics' policy")) {
            return new Failure.MetricsPolicyOff();
        }
        return message.contains("suspended") ? new Failure.Suspended() : new Failure.Forbidden(message);
    }

    private static boolean limited(HttpHeaders headers, JsonNode body) {
        return headers.firstValue("retry-after").isPresent()
                || exhausted(headers)
                || body.path("documentation_url").asText().contains("rate-limits")
                || message(body).contains("secondary rate limit");
    }

    private static boolean exhausted(HttpHeaders headers) {
        return headers.firstValue("x-ratelimit-remaining").orElse("").equals("0");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String message(JsonNode body) {
        String message = body.path("message").asText("no message");
        return message.length() > 200 ? message.substring(0, 200) : message;
    }
}
