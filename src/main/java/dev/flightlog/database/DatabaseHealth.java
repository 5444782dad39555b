package dev.flightlog.database;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready while Postgres answers and the schema is up to date. */
@Singleton
@Readiness
class DatabaseHealth implements HealthIndicator {
    private static final int SECONDS = 2;

    private final DataSource dataSource;
    private final Migrations migrations;

    DatabaseHealth(DataSource dataSource, Migrations migrations) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.migrations = migrations;
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
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
