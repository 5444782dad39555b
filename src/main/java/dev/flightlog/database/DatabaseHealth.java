package dev.flightlog.database;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready while Postgres can be written to and the schema is up to date. */
@Singleton
@Readiness
class DatabaseHealth implements HealthIndicator {
    private final Migrations migrations;
    private final Failover failover;

    DatabaseHealth(Migrations migrations, Failover failover) {
        this.migrations = migrations;
        this.failover = failover;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromFuture(() -> CompletableFuture.supplyAsync(this::look, Thread::startVirtualThread));
    }

    private HealthResult look() {
        return HealthResult.builder("database", up() ? HealthStatus.UP : HealthStatus.DOWN)
                .build();
    }

    private boolean up() {
        if (!migrations.done()) {
            return false;
        }
        try {
            return failover.writable();
        } catch (SQLException away) {
            return false;
        }
    }
}
