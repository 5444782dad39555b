package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many bodies are in memory at the same time. Who waits here holds no body yet: the bytes stay with the sender
 * until they are read.
 */
@Singleton
class IntakeGate {
    /** As many as there are connections to Postgres. */
    private static final int USUAL_AT_ONCE = 16;

    private static final int MOST_WAITING = 1_000;
    /** Shorter than GitHub's time-out of ten seconds, with room for the database's own. */
    private static final long LONGEST_WAIT_SECONDS = 3;

    private final LargeBodies large;
    private final Semaphore usual = new Semaphore(USUAL_AT_ONCE);

    IntakeGate(LargeBodies large) {
        this.large = large;
    }

    /**
     * Waits for room.
     *
     * @param length bytes; negative where the sender does not say
     * @return null when there is none in time
     */
    @Nullable
    Permit enter(long length) {
        Semaphore room = length < 0 || LargeBodies.large(length) ? large.room() : usual;
        try {
            boolean entered =
                    room.getQueueLength() < MOST_WAITING && room.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return entered ? room::release : null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Room for one body, until it is closed. */
    @FunctionalInterface
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
