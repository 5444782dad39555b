package dev.flightlog.app;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.database.Migrations;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.policy.Policy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The budgets of each organization's policy as gauges. */
@Singleton
final class BudgetGauges {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetGauges.class);

    private final OrganizationStore organizations;
    private final Policies policies;
    private final Migrations migrations;
    private final MultiGauge seatBudget;
    private final MultiGauge creditBudget;

    BudgetGauges(OrganizationStore organizations, Policies policies, Migrations migrations, MeterRegistry meters) {
        this.organizations = organizations;
        this.policies = policies;
        this.migrations = migrations;
        seatBudget =
                gauge(meters, "flightlog.org.seat.budget.usd", "the policy's budget for seats, US dollars a month");
        creditBudget = gauge(meters, "flightlog.org.ai.credits.budget", "the policy's budget of AI credits a month");
    }

    @Scheduled(initialDelay = "20s", fixedDelay = "5m")
    void refresh() {
        if (!migrations.done()) {
            return;
        }
        try {
            count();
        } catch (DatabaseException away) {
            LOG.debug("the gauges keep their values: {}", away.getMessage());
        }
    }

    private void count() {
        List<Row<?>> budgets = new ArrayList<>();
        List<Row<?>> credits = new ArrayList<>();
        for (Organization organization : organizations.all()) {
            if (!organization.active()) {
                continue;
            }
            Tags tags = Tags.of("org", organization.login());
            Policy policy = policies.inForce(organization.id()).policy();
            policy.budget().seatsUsdPerMonth().ifPresent(budget -> budgets.add(Row.of(tags, budget)));
            policy.budget().aiCreditsPerMonth().ifPresent(budget -> credits.add(Row.of(tags, budget)));
        }
        seatBudget.register(budgets, true);
        creditBudget.register(credits, true);
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }
}
