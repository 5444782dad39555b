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
    private static final long SMALL_BYTES = 1 << 16;

    private static final int USUAL_AT_ONCE = 16;
    /** Nearly all deliveries are small; slow senders of these must not keep GitHub out. */
    private static final int SMALL_AT_ONCE = 400;

    private static final int MOST_WAITING = 1_000;
    /** Shorter than GitHub's time-out of ten seconds, with room for the database's own. */
    private static final long LONGEST_WAIT_SECONDS = 3;

    private final LargeBodies large;
    private final Semaphore usual = new Semaphore(USUAL_AT_ONCE);
    private final Semaphore small = new Semaphore(SMALL_AT_ONCE);

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
        Semaphore room = room(length);
        try {
            boolean entered =
                    room.getQueueLength() < MOST_WAITING && room.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return entered ? room::release : null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Semaphore room(long length) {
        if (length < 0 || LargeBodies.large(length)) {
            return large.room();
        }
        return length > SMALL_BYTES ? usual : small;
    }

    /** Room for one body, until it is closed. */
    @FunctionalInterface
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
