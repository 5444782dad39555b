package dev.flightlog.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, moved ahead by hand: a week can be tried in a minute. */
final class MovableClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    void advance(Duration time) {
        ahead = ahead.plus(time);
    }
}
