package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one large payload at a time be parsed in this process: GitHub's largest is a quarter of the heap, and two do not
 * fit in addition to everything else. Only payloads whose signature was right get here.
 */
@Singleton
final class LargePayloadPermit {
    static final long LARGE_BYTES = 1 << 20;

    /** Parsing GitHub's largest takes a second or two. */
    private static final long MAX_WAIT_SECONDS = 20;

    private final Semaphore room = new Semaphore(1);

    /**
     * What the work gives.
     *
     * @throws IllegalStateException when others parse for too long; the job comes again with backoff
     */
    <T> @Nullable T alone(Supplier<? extends @Nullable T> work) {
        boolean entered = false;
        try {
            entered = room.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw new IllegalStateException("other large deliveries are being parsed");
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
