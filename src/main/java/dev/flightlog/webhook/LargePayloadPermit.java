package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Room for one large body in this process, whether it is just coming in or being parsed: GitHub's largest is a quarter of
 * the heap, and two do not fit beside everything else.
 */
@Singleton
final class LargePayloadPermit {
    static final long LARGE_BYTES = 1 << 20;

    private final Semaphore room = new Semaphore(1);

    /** True for what needs the room to itself. */
    static boolean large(long bytes) {
        return bytes > LARGE_BYTES;
    }

    Semaphore room() {
        return room;
    }
}
