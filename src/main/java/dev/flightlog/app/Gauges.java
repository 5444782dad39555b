package dev.flightlog.app;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.database.Migrations;
import dev.flightlog.database.OutageCauses;
import dev.flightlog.github.Access;
import dev.flightlog.github.rest.RateLimitGate;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.webhook.DeliveryStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gauges of {@code src/docs/metrics.md}, read from Postgres every 15 seconds, so that a scrape costs nothing and
 * never waits. While Postgres is unavailable they keep their last values, and the log says each cause once.
 */
@Singleton
final class Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

    private final DeliveryStore deliveries;
    private final JobStore jobs;
    private final GaugeStore store;
    private final RateLimitGate gate;
    private final Migrations migrations;
    private final InstantSource clock;

    private final AtomicLong setAside = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final MultiGauge waiting;
    private final MultiGauge remaining;
    private final MultiGauge age;
    private final MultiGauge seats;
    private final MultiGauge idleSeats;
    private final MultiGauge idleSpend;
    private final MultiGauge seatCost;
    private final MultiGauge idleSaving;
    private final MultiGauge idleSavingWithTeamChanges;
    private final MultiGauge activeUsers;
    private final MultiGauge credits;
    private final MultiGauge governanceMissing;
    private final MultiGauge troubles;
    private final OutageCauses outage = new OutageCauses();

    Gauges(
            DeliveryStore deliveries,
            JobStore jobs,
            GaugeStore store,
            RateLimitGate gate,
            Migrations migrations,
            InstantSource clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.store = store;
        this.gate = gate;
        this.migrations = migrations;
        this.clock = clock;
        single(meters, "flightlog.deliveries.set.aside", setAside, "deliveries that wait for a person", null);
        single(meters, "flightlog.jobs.dead", dead, "jobs that gave up after their last attempt", null);
        single(meters, "flightlog.jobs.oldest.age", oldestSeconds, "how late the oldest due job is", "seconds");
        waiting = rows(meters, "flightlog.jobs.waiting", "jobs that are due or will be", null);
        remaining = rows(meters, "flightlog.github.rate.limit.remaining", "requests GitHub still allows now", null);
        age = rows(meters, "flightlog.source.age", "age of the newest data of a source", "seconds");
        seats = rows(
                meters,
                "flightlog.org.seats",
                "seats of the organization, as last read: flightlog_source_age_seconds",
                null);
        idleSeats = rows(
                meters,
                "flightlog.org.idle.seats",
                "idle and never used seats, as last read: flightlog_source_age_seconds",
                null);
        idleSpend = rows(
                meters,
                "flightlog.org.idle.spend.usd",
                "list price of the idle seats, US dollars a month, as last read",
                null);
        seatCost = rows(
                meters,
                "flightlog.org.seat.cost.usd",
                "all seats at the policy's prices, US dollars a month, as last read",
                null);
        idleSaving = rows(
                meters,
                "flightlog.org.idle.saving.usd",
                "US dollars a month that removing idle seats would save at most",
                null);
        idleSavingWithTeamChanges = rows(
                meters,
                "flightlog.org.idle.saving.with.team.changes.usd",
                "US dollars a month that giving back all idle seats would save at most, those held through teams too",
                null);
        activeUsers = rows(meters, "flightlog.org.active.users", "people active in the last week that is over", null);
        credits = rows(meters, "flightlog.org.ai.credits", "AI credits used in this month, an estimate", null);
        troubles = rows(
                meters, "flightlog.source.needs.person", "1 for a source that needs a person, by the problem", null);
        governanceMissing = rows(
                meters, "flightlog.governance.repository.missing", "1 while there is no governance repository", null);
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "15s")
    void refresh() {
        if (!migrations.done()) {
            return;
        }
        try {
            read(clock.instant());
            if (outage.over()) {
                LOG.info("Postgres is back");
            }
        } catch (DatabaseException gone) {
            outage.unsaid(gone)
                    .ifPresent(cause -> LOG.warn(
                            "Postgres is unavailable: jobs wait, deliveries are answered with 503. {}", cause));
        }
    }

    private void read(Instant now) {
        setAside.set(deliveries.setAsideCount());
        dead.set(jobs.deadCount());
        jobs(now);
        budgets(now);
        organizations(now);
    }

    private void jobs(Instant now) {
        List<JobStore.Waiting> queues = jobs.waiting();
        oldestSeconds.set(queues.stream()
                .mapToLong(queue -> Duration.between(queue.oldestDue(), now).toSeconds())
                .filter(seconds -> seconds > 0)
                .max()
                .orElse(0));
        register(waiting, queues, queue -> row(queue.jobs(), "job", queue.job()));
    }

    /** GitHub's core budget of each installation; an hour that is over counts as a full one. */
    private void budgets(Instant now) {
        List<Map.Entry<RateLimitGate.Bucket, RateLimitGate.Budget>> budgets = gate.budgets().entrySet().stream()
                .filter(entry -> entry.getKey().resource().equals("core"))
                .toList();
        register(
                remaining,
                budgets,
                entry -> entry.getKey().owner() instanceof Access.Installation installation
                        ? row(left(entry.getValue(), now), "installation", Long.toString(installation.id()))
                        : null);
    }

    private static long left(RateLimitGate.Budget budget, Instant now) {
        return now.isBefore(budget.reset()) ? budget.remaining() : budget.limit();
    }

    private void organizations(Instant now) {
        List<GaugeStore.OrganizationFigures> figures = store.organizations(now);
        register(seats, figures, org -> row(org.seats(), "org", org.login()));
        register(idleSeats, figures, org -> row(org.idleSeats(), "org", org.login()));
        register(idleSpend, figures, org -> row(org.idleSpendUsd(), "org", org.login()));
        register(seatCost, figures, org -> row(org.seatCostUsd(), "org", org.login()));
        register(idleSaving, figures, org -> saving(org, org.idleSavingUsd()));
        register(idleSavingWithTeamChanges, figures, org -> saving(org, org.idleSavingWithTeamChangesUsd()));
        register(activeUsers, figures, org -> row(org.activeUsers(), "org", org.login()));
        register(credits, figures, org -> row(org.aiCredits(), "org", org.login()));
        register(governanceMissing, figures, org -> row(org.governanceMissing() ? 1 : 0, "org", org.login()));
        register(
                troubles,
                store.troubles(),
                trouble -> row(1, "org", trouble.login(), "source", trouble.source(), "problem", trouble.problem()));
        register(
                age,
                store.sources(),
                source -> row(
                        Math.max(0, Duration.between(source.newest(), now).toSeconds()),
                        "org",
                        source.login(),
                        "source",
                        source.source()));
    }

    /** Not without what it depends on: where that is not known, 0 and the whole price are as likely. */
    private static @Nullable Row<?> saving(GaugeStore.OrganizationFigures org, @Nullable BigDecimal usd) {
        String condition = org.savingCondition();
        return condition == null ? null : row(usd, "org", org.login(), "condition", condition);
    }

    private static <T> void register(MultiGauge gauge, List<T> rows, Function<T, @Nullable Row<?>> row) {
        gauge.register(
                rows.stream()
                        .<@Nullable Row<?>>map(row)
                        .filter(Objects::nonNull)
                        .toList(),
                true);
    }

    private static @Nullable Row<?> row(@Nullable Number value, String... labels) {
        return value == null ? null : Row.of(Tags.of(labels), value);
    }

    private static void single(
            MeterRegistry meters, String name, AtomicLong value, String description, @Nullable String unit) {
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .baseUnit(unit)
                .register(meters);
    }

    private static MultiGauge rows(MeterRegistry meters, String name, String description, @Nullable String unit) {
        return MultiGauge.builder(name).description(description).baseUnit(unit).register(meters);
    }
}
