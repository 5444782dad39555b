package dev.flightlog.github.rest;

import dev.flightlog.github.Access;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What is left of an installation's hourly requests, as GitHub's last answers to this process said. */
@Singleton
public class RateBudgets {
    private final RateLimitGate gate;

    RateBudgets(RateLimitGate gate) {
        this.gate = gate;
    }

    /** By resource, such as core and graphql; none before the first answer. */
    public List<Left> of(long installation) {
        Access owner = Access.installation(installation);
        return gate.budgets().entrySet().stream()
                .filter(budget -> budget.getKey().owner().equals(owner))
                .map(budget -> new Left(
                        budget.getKey().resource(),
                        budget.getValue().limit(),
                        budget.getValue().remaining(),
                        budget.getValue().reset()))
                .sorted(Comparator.comparing(Left::resource))
                .toList();
    }

    /** Requests (points for graphql) left of an hour's limit, until it is full again. */
    public record Left(String resource, long limit, long remaining, Instant reset) {}
}
