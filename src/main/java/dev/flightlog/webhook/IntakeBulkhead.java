package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many bodies are in memory at the same time. Who waits here holds no body yet: the bytes stay with the sender
 * until they are read.
 */
@Singleton
class IntakeBulkhead {
    private static final long SMALL_BYTES = 1 << 16;

    private static final int USUAL_AT_ONCE = 16;
    /** Nearly all deliveries are small; slow senders of these must not keep GitHub out. */
    private static final int SMALL_AT_ONCE = 400;

    private static final int MOST_WAITING = 1_000;
    /** Shorter than GitHub's time-out of ten seconds, with room for the database's own. */
    private static final long LONGEST_WAIT_SECONDS = 3;

    /** So many at once are more than a usual hour brings. */
    private static final int CROWD = 6;

    private static final long LONGEST_GIVEN_WAY_NANOS = 20_000_000;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final LargePayloadPermit large;
    private final Semaphore usual = new Semaphore(USUAL_AT_ONCE);
    private final Semaphore small = new Semaphore(SMALL_AT_ONCE);

    IntakeBulkhead(LargePayloadPermit large) {
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

    /**
     * Waits a moment while a crowd comes in. What is in can wait; GitHub waits ten seconds and does not come again by
     * itself. Handling goes on all the time, only slower.
     */
    void giveWay() {
        long until = System.nanoTime() + LONGEST_GIVEN_WAY_NANOS;
        while (small.availablePermits() <= SMALL_AT_ONCE - CROWD && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private Semaphore room(long length) {
        if (length < 0 || LargePayloadPermit.large(length)) {
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
