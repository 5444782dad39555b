package dev.flightlog.webhook;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Decides which body gives its bytes back when the {@link BodyBudget} is used up, so that senders who stall cannot keep
 * GitHub out. A body that waits for room is not to blame for its wait: it is taken only when no sender stalls.
 */
final class BodyEviction {
    /** GitHub sends a body within a fraction of this. */
    static final long MAX_SENDER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private BodyEviction() {}

    /** How far a body is. */
    enum Progress {
        ARRIVING,
        /** Its signature is right: it is GitHub's. */
        PROVED,
        /** It was asked to give its bytes back and has not done so yet. */
        EVICTED
    }

    /**
     * One body as the budget sees it.
     *
     * @param held bytes that it holds
     * @param wanted bytes that it waits for; 0 while it does not wait for room
     * @param senderNanos how long its sender has had, without the time that it waited for room
     * @param ageNanos how long ago its first byte was due
     */
    record Body(Progress progress, long held, long wanted, long senderNanos, long ageNanos) {
        private boolean holds() {
            return progress == Progress.ARRIVING && held > 0;
        }

        private boolean stalls() {
            return holds() && wanted == 0 && senderNanos > MAX_SENDER_NANOS;
        }

        private boolean waitsTooLong() {
            return holds() && wanted > 0 && ageNanos > MAX_SENDER_NANOS;
        }
    }

    /**
     * The index of the body that must go; empty while what is free, or about to be, is enough for all that wait.
     *
     * @param bodies in the order in which they began to arrive
     * @param asking the index of the body that waits for room and asks
     * @param free bytes
     */
    static OptionalInt next(List<Body> bodies, int asking, long free) {
        long wanted = bodies.stream().mapToLong(Body::wanted).sum();
        long leaving = bodies.stream()
                .filter(body -> body.progress() == Progress.EVICTED)
                .mapToLong(Body::held)
                .sum();
        if (wanted <= free + leaving) {
            return OptionalInt.empty();
        }
        OptionalInt stalled = first(bodies, asking, Body::stalls);
        return stalled.isPresent() ? stalled : first(bodies, asking, Body::waitsTooLong);
    }

    private static OptionalInt first(List<Body> bodies, int asking, Predicate<Body> gives) {
        for (int index = 0; index < bodies.size(); index++) {
            if (index != asking && gives.test(bodies.get(index))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}
