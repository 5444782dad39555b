package dev.flightlog.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Logs what fails in the HTTP server without the messages of the failures: where an answer cannot be written as JSON the
 * message quotes the whole answer, with people and figures. Types and places of the failures stay.
 */
final class FrameworkFailures extends TurboFilter {
    private static final String SERVER = "io.micronaut.http.";

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(FrameworkFailures.class);

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        if (!logger.getName().startsWith(SERVER) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Throwable failure = thrown == null ? last(parameters) : thrown;
        if (failure == null) {
            return FilterReply.NEUTRAL;
        }
        LOG.error("the HTTP server failed, see {}", logger.getName(), Nameless.of(failure));
        return FilterReply.DENY;
    }

    private static @Nullable Throwable last(Object @Nullable [] parameters) {
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }

    /** A failure with its type as the message, its place and its causes. */
    private static final class Nameless extends Exception {
        private static final long serialVersionUID = 1L;
        private static final int MAX_CAUSES = 10;

        private Nameless(Throwable failure, @Nullable Throwable cause) {
            super(failure.getClass().getName(), cause, false, true);
            setStackTrace(failure.getStackTrace());
        }

        static Nameless of(Throwable failure) {
            return of(failure, MAX_CAUSES);
        }

        private static Nameless of(Throwable failure, int causes) {
            Throwable cause = failure.getCause();
            return new Nameless(failure, cause == null || causes == 0 ? null : of(cause, causes - 1));
        }
    }
}
