package dev.flightlog.app;

import dev.flightlog.database.DatabaseReady;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that work begins, and how long the start took: much more than a second and a half means no AOT cache. */
@Singleton
final class StartupLog {
    private static final Logger LOG = LoggerFactory.getLogger(StartupLog.class);

    @EventListener
    void onDatabaseReady(DatabaseReady ready) {
        LOG.info(
                "ready, {} ms after the start",
                ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
