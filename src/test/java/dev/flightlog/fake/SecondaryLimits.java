package dev.flightlog.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * GitHub's secondary limits by the clock on the wall: requests at the same moment, and points within a minute. What was
 * asked for at most is always known; requests beyond the limits are refused once a test wants it, because most tests
 * play hours of work within a second.
 */
public final class SecondaryLimits {
    private static final int MAX_AT_ONCE = 100;
    private static final int MAX_REST_POINTS = 900;
    private static final int MAX_GRAPH_POINTS = 2_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Points rest = new Points();
    private final Points graph = new Points();
    private int running;
    private int mostAtOnce;
    private boolean enforced;

    /** From now on requests beyond the limits are refused, and are violations. */
    public synchronized void enforce() {
        enforced = true;
    }

    /** The most requests that ran at the same moment. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** The most points of REST within a minute. */
    public synchronized int mostPointsInAMinute() {
        return rest.most;
    }

    /** Points of REST that were spent within the last minute. */
    public synchronized int pointsInTheLastMinute() {
        return rest.spend(0);
    }

    /** Counts a request that begins. True when it is to be refused. */
    synchronized boolean begin(String method, String path) {
        running++;
        mostAtOnce = Math.max(mostAtOnce, running);
        boolean isGraph = path.equals("/graphql");
        int cost = method.equals("GET") || isGraph ? 1 : 5;
        int spent = (isGraph ? graph : rest).spend(cost);
        return enforced && (running > MAX_AT_ONCE || spent > (isGraph ? MAX_GRAPH_POINTS : MAX_REST_POINTS));
    }

    synchronized void end() {
        running--;
    }

    /** Points within the last minute. */
    private static final class Points {
        private final Deque<long[]> spent = new ArrayDeque<>();
        private int sum;
        private int most;

        private int spend(int cost) {
            long now = System.nanoTime();
            while (!spent.isEmpty() && now - spent.peek()[0] > MINUTE) {
                sum -= Math.toIntExact(spent.remove()[1]);
            }
            if (cost > 0) {
                spent.add(new long[] {now, cost});
            }
            sum += cost;
            most = Math.max(most, sum);
            return sum;
        }
    }
}
