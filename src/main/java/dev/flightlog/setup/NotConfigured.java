package dev.flightlog.setup;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** True while no GitHub App is configured. An empty variable is none. */
public final class NotConfigured implements Condition {
    @Override
    public boolean matches(ConditionContext context) {
        return context.getProperty("flightlog.github.app-id", String.class)
                .filter(id -> !id.isBlank())
                .isEmpty();
    }
}
