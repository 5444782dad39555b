package dev.flightlog.fake;

import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the requests of each installation within its hour (github.md: Rate limits). */
final class RateLimits {
    /** The state of one budget after a request. */
    record Budget(int limit, int used, Instant reset, String resource) {
        int remaining() {
            return Math.max(0, limit - used);
        }

        boolean exceeded() {
            return used > limit;
        }

        Map<String, String> headers() {
            return Map.of(
                    "x-ratelimit-limit", Integer.toString(limit),
                    "x-ratelimit-remaining", Integer.toString(remaining()),
                    "x-ratelimit-used", Integer.toString(Math.min(used, limit)),
                    "x-ratelimit-reset", Long.toString(reset.getEpochSecond()),
                    "x-ratelimit-resource", resource);
        }
    }

    private static final int OTHERS = 5_000;

    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();

    /** Counts a request and gives the state after it. */
    Budget count(Caller caller, String resource, Instant now, int cost) {
        String owner = "app";
        int limit = OTHERS;
        if (caller instanceof Caller.OfInstallation of) {
            Installation installation = of.installation();
            owner = "installation " + installation.id();
            limit = installation.hourlyBudget();
        }
        if (caller instanceof Caller.OfPerson(Person person)) {
            owner = "person " + person.id();
        }
        int thisLimit = limit;
        return budgets.merge(
                resource + " of " + owner,
                new Budget(limit, cost, now.plus(Duration.ofHours(1)), resource),
                (old, fresh) -> old.reset().isAfter(now)
                        ? new Budget(thisLimit, old.used() + cost, old.reset(), resource)
                        : fresh);
    }

    /** Forgets what was used, as a new hour does. */
    void reset() {
        budgets.clear();
    }
}
