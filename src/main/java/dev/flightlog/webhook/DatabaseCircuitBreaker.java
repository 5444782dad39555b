package dev.flightlog.webhook;

import dev.flightlog.database.DatabaseException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * While Postgres is unavailable, one delivery at a time waits to find out whether it is back; the others fail at once,
 * so that GitHub never waits for its time-out.
 */
@Singleton
class DatabaseCircuitBreaker {
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean away;

    /**
     * What the work answers; empty where it was not tried, because another finds out just now.
     *
     * @throws DatabaseException as the work does
     */
    Optional<Boolean> unlessAway(BooleanSupplier work) {
        boolean probe = away;
        if (probe && !probing.compareAndSet(false, true)) {
            return Optional.empty();
        }
        try {
            boolean answer = work.getAsBoolean();
            away = false;
            return Optional.of(answer);
        } catch (DatabaseException refused) {
            away = refused.away();
            throw refused;
        } finally {
            if (probe) {
                probing.set(false);
            }
        }
    }
}
