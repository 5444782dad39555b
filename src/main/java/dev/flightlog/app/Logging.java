package dev.flightlog.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs to standard output: {@code FLIGHTLOG_LOG_FORMAT=text} for people (the default), {@code json} for machines. In
 * code and not in XML, because reading XML costs a third of a second of every start.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    /** Variable that chooses the format. */
    static final String FORMAT = "FLIGHTLOG_LOG_FORMAT";

    /** Variable that says how much Flightlog itself logs; libraries stay as {@link #LEVELS} has them. */
    static final String LEVEL = "FLIGHTLOG_LOG_LEVEL";

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level %logger{0} - %msg %mdc%n";

    /**
     * Two of db-scheduler's loggers repeat themselves several times a second while Postgres is unavailable; {@link
     * Gauges} logs it once.
     */
    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.INFO,
            "com.github.kagkarlsson.scheduler",
            Level.ERROR,
            "com.github.kagkarlsson.scheduler.RunUntilShutdown",
            Level.OFF,
            "com.github.kagkarlsson.scheduler.RunAndLogErrors",
            Level.OFF,
            "com.zaxxer.hikari",
            Level.ERROR,
            "org.flywaydb",
            Level.WARN,
            "org.flywaydb.core.internal.command.DbMigrate",
            Level.INFO,
            "io.micronaut",
            Level.WARN,
            "org.testcontainers",
            Level.OFF,
            "io.zonky",
            Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setEncoder(encoder(context));
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        FrameworkFailures failures = new FrameworkFailures();
        failures.setContext(context);
        failures.start();
        context.addTurboFilter(failures);
        context.getLogger("dev.flightlog").setLevel(level(System.getenv(LEVEL)));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static @Nullable String stripped(@Nullable String value) {
        return value == null ? null : value.strip();
    }

    /** Null, which means as the root logger does, for nothing and for what is no level. */
    static @Nullable Level level(@Nullable String word) {
        return word == null ? null : Level.toLevel(word.strip(), null);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
        if ("json".equals(stripped(System.getenv(FORMAT)))) {
            JsonLog json = new JsonLog();
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(PATTERN);
        text.start();
        return text;
    }
}
