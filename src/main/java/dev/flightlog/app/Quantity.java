package dev.flightlog.app;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting that is a number or a time. Micronaut takes the default in silence where it cannot read one, and a number that is
 * out of range would end the start deep inside of the framework.
 *
 * @param complaint what the value should be; empty when it can be used
 */
record Quantity(String key, Function<String, Optional<String>> complaint) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final int MANY = 1_000_000;

    /** Those of Flightlog, and those of the connection pool that an operator may set. */
    static final List<Quantity> ALL = List.of(
            whole("flightlog.github.concurrency", 1, 50),
            whole("flightlog.github.points-per-minute", 60, MANY),
            time("flightlog.github.connect-timeout"),
            time("flightlog.github.timeout"),
            whole("flightlog.jobs.threads", 1, 64),
            time("flightlog.jobs.poll"),
            time("flightlog.jobs.grace"),
            time("flightlog.jobs.heartbeat"),
            time("flightlog.digest.timeout"),
            time("flightlog.webhook.body-within"),
            whole("flightlog.server.max-connections", 1, MANY),
            time("flightlog.server.headers-within"),
            whole("datasources.default.maximum-pool-size", 1, 1_000),
            whole("datasources.default.minimum-idle", 0, 1_000),
            whole("datasources.default.connection-timeout", 250, MANY),
            whole("datasources.default.validation-timeout", 250, MANY));

    /** The environment's variable that sets it. */
    String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Quantity whole(String key, int least, int most) {
        return new Quantity(
                key,
                text -> text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most
                        ? Optional.empty()
                        : Optional.of("a whole number, " + least + " to " + most));
    }

    private static Quantity time(String key) {
        return new Quantity(
                key,
                text -> positive(text) ? Optional.empty() : Optional.of("a time with its unit, such as 500ms or 20s"));
    }

    private static boolean positive(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return Integer.parseInt(time.group(1)) > 0;
        }
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }
}
