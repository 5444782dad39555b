package dev.flightlog.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger setBack = new AtomicInteger();
    private final AtomicBoolean fails = new AtomicBoolean();
    private final ClockWatch watch = new ClockWatch(clock, nanos::get, this::restart);

    @AfterEach
    void stop() {
        watch.close();
    }

    @Test
    void aClockThatIsSetBackIsNoticedOnce() {
        pass(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(setBack).hasValue(0);

        pass(Duration.ofHours(-2), Duration.ofSeconds(5));
        assertThat(setBack).hasValue(1);

        pass(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(setBack).hasValue(1);
    }

    @Test
    void aClockThatStopsForLongerThanItIsSlewedIsNoticed() {
        pass(Duration.ZERO, Duration.ofSeconds(5));

        assertThat(setBack).hasValue(1);
    }

    @Test
    void aClockThatIsSetForwardEndsEveryWaitByItself() {
        pass(Duration.ofHours(2), Duration.ofSeconds(5));

        assertThat(setBack).hasValue(0);
    }

    @Test
    void whatFailsIsDoneAgainAtTheNextLook() {
        fails.set(true);
        pass(Duration.ofHours(-2), Duration.ofSeconds(5));
        assertThat(setBack).hasValue(0);

        fails.set(false);
        pass(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(setBack).hasValue(1);

        pass(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(setBack).hasValue(1);
    }

    private void restart() {
        if (fails.get()) {
            throw new IllegalStateException("Postgres is away");
        }
        setBack.incrementAndGet();
    }

    private void pass(Duration onTheClock, Duration really) {
        clock.advance(onTheClock);
        nanos.addAndGet(really.toNanos());
        watch.look();
    }
}
