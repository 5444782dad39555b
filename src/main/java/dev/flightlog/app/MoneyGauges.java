package dev.flightlog.app;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
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

/**
 * Money and idle seats of each organization as gauges, by the same decisions as posts and commands. Counted every five
 * minutes, because that reads all seats.
 */
@Singleton
final class MoneyGauges {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyGauges.class);

    private final OrganizationStore organizations;
    private final Policies policies;
    private final Costs costs;
    private final Migrations migrations;
    private final MultiGauge idleSeats;
    private final MultiGauge idleSpend;
    private final MultiGauge seatCost;
    private final MultiGauge seatBudget;
    private final MultiGauge creditBudget;

    MoneyGauges(
            OrganizationStore organizations,
            Policies policies,
            Costs costs,
            Migrations migrations,
            MeterRegistry meters) {
        this.organizations = organizations;
        this.policies = policies;
        this.costs = costs;
        this.migrations = migrations;
        idleSeats = gauge(
                meters,
                "flightlog.org.idle.seats",
                "idle and never used seats, as last read: flightlog_source_age_seconds");
        idleSpend = gauge(
                meters,
                "flightlog.org.idle.spend.usd",
                "list price of the idle seats, US dollars a month, as last read");
        seatCost = gauge(
                meters,
                "flightlog.org.seat.cost.usd",
                "all seats at the policy's prices, US dollars a month, as last read");
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
        List<Row<?>> seats = new ArrayList<>();
        List<Row<?>> spend = new ArrayList<>();
        List<Row<?>> cost = new ArrayList<>();
        List<Row<?>> budgets = new ArrayList<>();
        List<Row<?>> credits = new ArrayList<>();
        for (Organization organization : organizations.all()) {
            if (!organization.active()) {
                continue;
            }
            Tags tags = Tags.of("org", organization.login());
            Policy policy = policies.inForce(organization.id()).policy();
            CostOfMonth month = costs.of(organization.id(), policy.seats(), costs.currentMonth());
            month.seats().filter(overview -> overview.seats() > 0).ifPresent(overview -> {
                seats.add(Row.of(tags, overview.idleSeats()));
                spend.add(Row.of(tags, overview.idleUsd()));
                cost.add(Row.of(tags, overview.costUsd()));
            });
            policy.budget().seatsUsdPerMonth().ifPresent(budget -> budgets.add(Row.of(tags, budget)));
            policy.budget().aiCreditsPerMonth().ifPresent(budget -> credits.add(Row.of(tags, budget)));
        }
        idleSeats.register(seats, true);
        idleSpend.register(spend, true);
        seatCost.register(cost, true);
        seatBudget.register(budgets, true);
        creditBudget.register(credits, true);
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }
}
