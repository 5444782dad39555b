package dev.flightlog.github.rest;

import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps what this process asks in the name of an installation below GitHub's
 * <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits">
 * secondary limit of points a minute</a>: reading costs one point, writing five. Who comes too early waits.
 */
@Singleton
class RequestPacer {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int READ = 1;
    private static final int WRITE = 5;

    private final int most;
    private final LongSupplier nanos;
    private final LongConsumer pause;
    private final Map<Access, LastMinute> minutes = new ConcurrentHashMap<>();

    @Inject
    RequestPacer(GitHubConfiguration configuration) {
        this(configuration.pointsPerMinute(), System::nanoTime, RequestPacer::sleep);
    }

    /**
     * @param nanos elapsed time that nobody can set, as {@link System#nanoTime}
     * @param pause waits for so many nanoseconds
     */
    RequestPacer(int most, LongSupplier nanos, LongConsumer pause) {
        this.most = most;
        this.nanos = nanos;
        this.pause = pause;
    }

    /**
     * Returns once the request may go out, and counts it. The app's own requests do not wait: the sweep of deliveries bounds
     * itself, and after an outage each minute counts.
     */
    void pass(Access access, HttpRequest request) {
        if (!(access instanceof Access.Installation)) {
            return;
        }
        LastMinute minute = minute(access);
        int points = points(request);
        for (long wait = minute.spend(points, most); wait > 0; wait = minute.spend(points, most)) {
            pause.accept(wait);
        }
    }

    /** Returns once so little was asked that half is left for people's commands, and for the other replica. */
    void awaitRoomForMany(Access access) {
        LastMinute minute = minute(access);
        for (long wait = minute.full(most / 2); wait > 0; wait = minute.full(most / 2)) {
            pause.accept(wait);
        }
    }

    private LastMinute minute(Access access) {
        return minutes.computeIfAbsent(RateLimitGate.owner(access), _ -> new LastMinute());
    }

    private static int points(HttpRequest request) {
        boolean reads =
                request.method().equals("GET") || request.uri().getPath().endsWith("/graphql");
        return reads ? READ : WRITE;
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new GitHubException(new Failure.Unavailable(0), "waiting for GitHub's limit a minute", stopping);
        }
    }

    /** Points spent within the last minute. */
    private final class LastMinute {
        private final Deque<Spent> spent = new ArrayDeque<>();
        private int sum;

        /** Spends them and gives 0, or gives how long to wait before asking again. */
        synchronized long spend(int points, int limit) {
            long wait = full(limit - points + 1);
            if (wait == 0) {
                spent.add(new Spent(nanos.getAsLong(), points));
                sum += points;
            }
            return wait;
        }

        /** How long to wait until fewer points than the limit were spent; 0 where it is so now. */
        synchronized long full(int limit) {
            long now = nanos.getAsLong();
            while (!spent.isEmpty() && now - spent.peek().at() >= MINUTE) {
                sum -= spent.remove().points();
            }
            return sum < limit || spent.isEmpty()
                    ? 0
                    : MINUTE - (now - spent.peek().at());
        }
    }

    private record Spent(long at, int points) {}
}
