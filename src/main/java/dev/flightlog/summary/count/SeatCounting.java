package dev.flightlog.summary.count;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatDayStore;
import dev.flightlog.seat.SeatKnowledge;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.CreditFigures;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatFigures.IdleSeats;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Seats and AI credits of the moment, as the summary shows them. */
@Singleton
class SeatCounting {
    private final SeatRegister register;
    private final SeatKnowledge knowledge;
    private final SeatDayStore days;
    private final Costs costs;

    SeatCounting(SeatRegister register, SeatKnowledge knowledge, SeatDayStore days, Costs costs) {
        this.register = register;
        this.knowledge = knowledge;
        this.days = days;
        this.costs = costs;
    }

    /** Whether seats are known now. */
    SeatsKnown known(long org) {
        return knowledge.now(org);
    }

    /** Seats as last read; ask {@link #known} first. */
    SeatFigures seats(long org, Policy policy, Instant now) {
        SeatOverview overview = register.overview(org, policy.seats());
        Map<SeatPlan, Integer> plans = new EnumMap<>(SeatPlan.class);
        Map<SeatPlan, BigDecimal> prices = new EnumMap<>(SeatPlan.class);
        overview.plans().forEach((plan, count) -> {
            if (count > 0) {
                plans.put(plan, count);
                prices.put(plan, policy.seats().price(plan));
            }
        });
        return new SeatFigures(
                overview.states(),
                plans,
                prices,
                idle(overview),
                breakdown(days.latest(org, now.atZone(ZoneOffset.UTC).toLocalDate())));
    }

    /** Credits of the running month. */
    CreditFigures credits(long org, Policy policy) {
        CostOfMonth cost = costs.of(org, policy.seats(), costs.currentMonth());
        CreditMonth credits = cost.credits();
        return new CreditFigures(
                credits.used(),
                credits.dataThrough().orElse(null),
                credits.included().map(BigDecimal::longValue).orElse(null),
                credits.projected().orElse(null),
                policy.budget().aiCreditsPerMonth().orElse(null),
                cost.billedUsd().orElse(null),
                cost.creditsByModel());
    }

    private static IdleSeats idle(SeatOverview overview) {
        return new IdleSeats(
                overview.removable().seats(),
                overview.removable().usd(),
                overview.needsTeamChange().seats(),
                overview.needsTeamChange().usd());
    }

    private static SeatFigures.@Nullable Breakdown breakdown(@Nullable SeatDay day) {
        return day == null
                ? null
                : new SeatFigures.Breakdown(
                        day.breakdownTotal(),
                        day.addedThisCycle(),
                        day.pendingCancellation(),
                        day.pendingInvitation(),
                        day.activeThisCycle(),
                        day.inactiveThisCycle());
    }
}
