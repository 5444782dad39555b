package dev.flightlog.github.rest;

import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops requests that GitHub would refuse, and background work that would eat what people need.
 *
 * <p>What it knows comes from GitHub's own headers, which count all replicas together; so nothing has to be shared.
 */
@Singleton
public class RateLimitGate {
    /** Background work stops when less than this share of the hourly budget is left. */
    private static final int KEPT_FOR_PEOPLE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(RateLimitGate.class);

    private final InstantSource clock;
    private final Map<Bucket, Budget> budgets = new ConcurrentHashMap<>();
    private final Map<Access, Instant> blocked = new ConcurrentHashMap<>();

    RateLimitGate(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws GitHubException rate limited, when asking now would be refused or unfair */
    void pass(Access access, String request) {
        Instant now = clock.instant();
        Access owner = owner(access);
        Instant until = blocked.get(owner);
        if (until != null && now.isBefore(until)) {
            throw new GitHubException(new Failure.RateLimited(until), request);
        }
        Budget budget = budgets.get(new Bucket(owner, bucketOf(request)));
        if (budget != null && now.isBefore(budget.reset()) && budget.remaining() <= floor(access, budget)) {
            throw new GitHubException(new Failure.RateLimited(budget.reset()), request);
        }
    }

    /** Remembers what an answer said about the budget. */
    void learn(Access access, HttpHeaders headers) {
        headers.firstValueAsLong("x-ratelimit-remaining").ifPresent(remaining -> {
            long limit = headers.firstValueAsLong("x-ratelimit-limit").orElse(remaining);
            long reset = headers.firstValueAsLong("x-ratelimit-reset").orElse(0);
            String resource = headers.firstValue("x-ratelimit-resource").orElse("core");
            budgets.put(
                    new Bucket(owner(access), resource), new Budget(limit, remaining, Instant.ofEpochSecond(reset)));
        });
    }

    /** Nothing more in this name until then. */
    void block(Access access, Instant until) {
        Access owner = owner(access);
        Instant before = blocked.get(owner);
        blocked.merge(owner, until, (old, fresh) -> old.isAfter(fresh) ? old : fresh);
        if (before == null || !before.isAfter(clock.instant())) {
            LOG.info("GitHub's rate limit is used up for {}: what needs it waits until {}", inWords(owner), until);
        }
    }

    private static String inWords(Access owner) {
        return switch (owner) {
            case Access.App _ -> "the App";
            case Access.Installation(long id, boolean _) -> "installation " + id;
            case Access.Anonymous _ -> "requests without a token";
        };
    }

    /** Requests left in each installation's REST budget, for metrics and {@code /copilot status}. */
    public Map<Bucket, Budget> budgets() {
        return Map.copyOf(budgets);
    }

    private static long floor(Access access, Budget budget) {
        return access instanceof Access.Installation installation && installation.background()
                ? budget.limit() / KEPT_FOR_PEOPLE
                : 0;
    }

    private static String bucketOf(String request) {
        return request.endsWith("/graphql") ? "graphql" : "core";
    }

    /** Whose budget it is, in the background or not. */
    static Access owner(Access access) {
        return access instanceof Access.Installation(long id, boolean _) ? Access.installation(id) : access;
    }

    /** Whose budget, and of which of GitHub's resources. */
    public record Bucket(Access owner, String resource) {}

    /** Requests per hour, those left, and when the hour is over. */
    public record Budget(long limit, long remaining, Instant reset) {}
}
