package dev.flightlog.cost;

import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatDayStore;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks up on which days GitHub stopped use: from usage, seats, bills and the budgets that were in force then. */
@Singleton
class UseStops {
    private final StopBudgetStore budgets;
    private final SeatDayStore seatDays;
    private final BillingStore bills;

    UseStops(StopBudgetStore budgets, SeatDayStore seatDays, BillingStore bills) {
        this.budgets = budgets;
        this.seatDays = seatDays;
        this.bills = bills;
    }

    /**
     * @param days of whole months, from the first of a month on, up to the running month
     * @param today a UTC day, whose month runs
     */
    Stops of(long organizationId, Collection<CreditDay> days, LocalDate today) {
        StopBudgets known = budgets.of(organizationId);
        Optional<LocalDate> first = days.stream().map(CreditDay::day).min(LocalDate::compareTo);
        if (first.isEmpty()
                || known.known().stream().allMatch(since -> since.usd().isEmpty())) {
            return Stops.NONE;
        }
        Pools pools = Pools.of(seatDays.between(organizationId, first.get().withDayOfMonth(1), today));
        Map<YearMonth, BigDecimal> used = new HashMap<>();
        days.forEach(day -> used.merge(YearMonth.from(day.day()), day.credits(), BigDecimal::add));
        Map<YearMonth, BigDecimal> byTheBill = new HashMap<>();
        used.forEach((month, credits) -> {
            LocalDate last = month.atEndOfMonth().isBefore(today) ? month.atEndOfMonth() : today;
            if (billReached(organizationId, month, known.on(last), limit(pools, known.on(last), last))) {
                byTheBill.put(month, credits);
            }
        });
        Set<LocalDate> stopped = StoppedDays.of(
                days, day -> least(limit(pools, known.leastOn(day), day), byTheBill.get(YearMonth.from(day))));
        YearMonth running = YearMonth.from(today);
        boolean now = days.stream()
                        .map(CreditDay::day)
                        .max(LocalDate::compareTo)
                        .filter(last -> YearMonth.from(last).equals(running) && stopped.contains(last))
                        .isPresent()
                && StoppedDays.reached(
                        used.getOrDefault(running, BigDecimal.ZERO),
                        least(limit(pools, known.on(today), today), byTheBill.get(running)));
        return new Stops(stopped, now);
    }

    /** The bill knows of credits that the usage reports do not have, or not yet. */
    private boolean billReached(
            long organizationId, YearMonth month, Optional<Long> usd, Optional<BigDecimal> limitCredits) {
        return usd.isPresent()
                && (usd.get() > 0
                                && bills.boughtUsd(organizationId, month).compareTo(BigDecimal.valueOf(usd.get())) >= 0
                        || limitCredits
                                .filter(most -> bills.grossCredits(organizationId, month)
                                                .compareTo(most)
                                        >= 0)
                                .isPresent());
    }

    private static Optional<BigDecimal> limit(
            Function<LocalDate, Optional<BigDecimal>> pools, Optional<Long> usd, LocalDate day) {
        return usd.flatMap(
                most -> pools.apply(day).map(pool -> pool.add(CreditPool.credits(BigDecimal.valueOf(most)))));
    }

    private static Optional<BigDecimal> least(Optional<BigDecimal> limit, @Nullable BigDecimal other) {
        return other == null ? limit : Optional.of(limit.map(other::min).orElse(other));
    }

    /** The pool of a day: it grows at once with a seat, and shrinks only with the next month. */
    private record Pools(NavigableMap<LocalDate, BigDecimal> known)
            implements Function<LocalDate, Optional<BigDecimal>> {
        static Pools of(Collection<SeatDay> days) {
            NavigableMap<LocalDate, BigDecimal> known = new TreeMap<>();
            for (SeatDay day : days) {
                CreditPool.included(Costs.plans(day)).ifPresent(pool -> {
                    Map.Entry<LocalDate, BigDecimal> before = known.lastEntry();
                    boolean sameMonth =
                            before != null && YearMonth.from(before.getKey()).equals(YearMonth.from(day.day()));
                    known.put(day.day(), sameMonth ? pool.max(before.getValue()) : pool);
                });
            }
            return new Pools(known);
        }

        @Override
        public Optional<BigDecimal> apply(LocalDate day) {
            return Optional.ofNullable(known.floorEntry(day))
                    .or(() -> Optional.ofNullable(known.ceilingEntry(day)))
                    .map(Map.Entry::getValue);
        }
    }
}
