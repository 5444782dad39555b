package dev.flightlog.jobs;

import java.time.Duration;

/** How long a failed job waits: 10 s, 20 s, 40 s … at most 30 minutes. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Backoff() {}

    static Duration after(int failures) {
        int doublings = Math.clamp(failures - 1, 0, 16);
        Duration pause = FIRST.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
