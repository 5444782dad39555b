package dev.flightlog;

import dev.flightlog.database.DatabaseReady;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that work begins, and how long the start took: much more than a second and a half means no AOT cache. */
@Singleton
final class Greeting {
    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final InstantSource clock;

    Greeting(InstantSource clock) {
        this.clock = clock;
    }

    @EventListener
    void onDatabaseReady(DatabaseReady ready) {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> LOG.info(
                        "ready after {} ms",
                        Duration.between(start, clock.instant()).toMillis()));
    }
}
