package dev.flightlog.command.answer;

import dev.flightlog.digest.DigestStatus;
import dev.flightlog.github.rest.RateBudgets;
import dev.flightlog.jobs.JobStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the service itself is.
 *
 * @param dead jobs that were given up, by name
 * @param lastDeath when the last of them was; null without any
 * @param digest of the organization that asks
 */
public record ServiceStatus(
        List<JobStore.Waiting> queue,
        Map<String, Integer> dead,
        @Nullable Instant lastDeath,
        List<RateBudgets.Left> budgets,
        DigestStatus digest) {
    public ServiceStatus {
        queue = List.copyOf(queue);
        dead = Map.copyOf(dead);
        budgets = List.copyOf(budgets);
    }
}
