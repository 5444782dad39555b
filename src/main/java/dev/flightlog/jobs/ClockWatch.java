package dev.flightlog.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the system's clock was set back. Whoever waits until a time on that clock, as db-scheduler does between
 * two looks, would go on waiting for as long as it was set back.
 */
final class ClockWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /** What a clock may be slewed between two looks is far less. */
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Runnable setBack;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock-watch").factory());
    private Instant lastTime;
    private long lastNanos;
    private boolean due;

    /**
     * @param nanos elapsed time that nobody can set, as {@link System#nanoTime}
     * @param setBack what to do when the clock was set back
     */
    ClockWatch(InstantSource clock, LongSupplier nanos, Runnable setBack) {
        this.clock = clock;
        this.nanos = nanos;
        this.setBack = setBack;
        this.lastTime = clock.instant();
        this.lastNanos = nanos.getAsLong();
    }

    ClockWatch start() {
        watch.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /** Compares what passed on the clock with what really passed. What fails is done again at the next look. */
    void look() {
        Instant time = clock.instant();
        long nano = nanos.getAsLong();
        due |= time.plus(TOLERATED).isBefore(lastTime.plusNanos(nano - lastNanos));
        lastTime = time;
        lastNanos = nano;
        if (due) {
            try {
                setBack.run();
                due = false;
            } catch (RuntimeException failed) {
                // Thrown on, it would end the watch.
                LOG.warn("the clock was set back, and what is to be done then failed: trying again", failed);
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
