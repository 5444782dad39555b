package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.UseStop;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatDayStore;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.summary.CreditFigures;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatFigures.IdleSeats;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seats and AI credits of the moment, as the summary shows them. */
@Singleton
class SeatCounting {
    private final SeatDayStore days;
    private final Costs costs;

    SeatCounting(SeatDayStore days, Costs costs) {
        this.days = days;
        this.costs = costs;
    }

    /** What Copilot costs in the month that runs. */
    CostOfMonth cost(long org, Policy policy) {
        return costs.of(org, policy.seats(), costs.currentMonth());
    }

    /** What Copilot cost in the month in which the week ends, once that month is over. */
    Optional<CostOfMonth> ended(long org, IsoWeek week, Policy policy) {
        return Optional.of(YearMonth.from(week.sunday()))
                .filter(month -> month.isBefore(costs.currentMonth()))
                .map(month -> costs.of(org, policy.seats(), month));
    }

    /** What Copilot cost in the month that ended within the week: the post before it could not know its end. */
    Optional<CostOfMonth> monthBefore(long org, IsoWeek week, Policy policy) {
        return Optional.of(YearMonth.from(week.monday()))
                .filter(month -> !month.equals(YearMonth.from(week.sunday())))
                .map(month -> costs.of(org, policy.seats(), month));
    }

    /** Seats as last read; null where they are not known. */
    @Nullable
    SeatFigures seats(long org, IsoWeek week, CostOfMonth cost, Policy policy, Instant now) {
        SeatOverview overview = cost.seats().orElse(null);
        if (overview == null) {
            return null;
        }
        Map<SeatPlan, Integer> plans = new EnumMap<>(SeatPlan.class);
        Map<SeatPlan, BigDecimal> prices = new EnumMap<>(SeatPlan.class);
        overview.plans().forEach((plan, count) -> {
            if (count > 0) {
                plans.put(plan, count);
                policy.seats().price(plan).ifPresent(usd -> prices.put(plan, usd));
            }
        });
        return new SeatFigures(
                overview.used(),
                overview.states(),
                plans,
                prices,
                idle(overview, cost),
                breakdown(days.latest(org, now.atZone(ZoneOffset.UTC).toLocalDate())),
                days.moves(org, week.monday().atStartOfDay(ZoneOffset.UTC).toInstant(), week.end()));
    }

    /** Credits of a month; nothing is to come of one that is over. */
    static CreditFigures credits(CostOfMonth cost, Optional<CostOfMonth> monthBefore, Policy policy) {
        CreditMonth credits = cost.credits();
        return new CreditFigures(
                credits.used(),
                credits.dataThrough().orElse(null),
                cost.biller(),
                credits.included().map(BigDecimal::longValue).orElse(null),
                credits.projected().filter(_ -> !cost.over()).orElse(null),
                cost.budget(policy.budget()).aiCreditsPerMonth().orElse(null),
                cost.billedUsd().orElse(null),
                cost.stop().map(UseStop::usd).orElse(null),
                cost.creditsByModel(),
                monthBefore
                        .filter(month -> month.credits().daysKnown() > 0)
                        .map(month -> end(month, policy))
                        .orElse(null),
                new CreditFigures.Outlook(
                        cost.stop().map(UseStop::certainty).orElse(null),
                        credits.pace(),
                        cost.billMoves(),
                        cost.atLeast(),
                        cost.billIsFinal()));
    }

    private static CreditFigures.EndedMonth end(CostOfMonth cost, Policy policy) {
        CreditMonth credits = cost.credits();
        return new CreditFigures.EndedMonth(
                credits.month(),
                credits.used(),
                credits.complete(),
                cost.biller(),
                cost.ownPool().map(BigDecimal::longValue).orElse(null),
                cost.budget(policy.budget()).aiCreditsPerMonth().orElse(null),
                cost.billedUsd().orElse(null),
                cost.billMoves());
    }

    private static IdleSeats idle(SeatOverview overview, CostOfMonth cost) {
        return new IdleSeats(
                overview.removable().seats(),
                overview.removable().cost().usd(),
                overview.needsTeamChange().seats(),
                overview.needsTeamChange().cost().usd(),
                cost.idleSaving().orElse(null));
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
