package dev.flightlog.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a month's credits will end, from the last 14 settled days: Sundays do not count like Tuesdays. */
final class CreditProjection {
    private static final int DAYS = 14;
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private CreditProjection() {}

    /**
     * The days with data as they are, and every other day of the month as the mean of its weekday; a weekday without
     * settled data counts as the mean of all settled days. For the month that runs: of one that is over they say nothing.
     */
    static Optional<BigDecimal> monthEnd(YearMonth month, Collection<CreditDay> days, LocalDate lastSettled) {
        return monthEnd(month, days, lastSettled, CreditProjection::mean);
    }

    private static Optional<BigDecimal> monthEnd(
            YearMonth month,
            Collection<CreditDay> days,
            LocalDate lastSettled,
            Function<List<CreditDay>, BigDecimal> figure) {
        Map<LocalDate, BigDecimal> known =
                days.stream().collect(Collectors.toMap(CreditDay::day, CreditDay::credits, BigDecimal::add));
        List<CreditDay> settled = days.stream()
                .filter(day -> !day.day().isAfter(lastSettled) && day.day().isAfter(lastSettled.minusDays(DAYS)))
                .toList();
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        Function<LocalDate, BigDecimal> usual = usual(settled, figure);
        return Optional.of(month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(day -> known.containsKey(day) ? known.get(day) : usual.apply(day))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP));
    }

    /** As {@link #monthEnd}, with the least and the most of each day's weekday in place of its mean. */
    static Optional<CreditRange> range(YearMonth month, Collection<CreditDay> days, LocalDate lastSettled) {
        return monthEnd(month, days, lastSettled, CreditProjection::least)
                .flatMap(low -> monthEnd(month, days, lastSettled, CreditProjection::most)
                        .map(high -> new CreditRange(low, high)));
    }

    private static BigDecimal least(List<CreditDay> days) {
        return days.stream().map(CreditDay::credits).min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal most(List<CreditDay> days) {
        return days.stream().map(CreditDay::credits).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    private static Function<LocalDate, BigDecimal> usual(
            List<CreditDay> settled, Function<List<CreditDay>, BigDecimal> figure) {
        Map<DayOfWeek, List<CreditDay>> weekdays =
                settled.stream().collect(Collectors.groupingBy(day -> day.day().getDayOfWeek()));
        return day -> figure.apply(weekdays.getOrDefault(day.getDayOfWeek(), settled));
    }

    private static BigDecimal mean(List<CreditDay> days) {
        return days.stream()
                .map(CreditDay::credits)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(days.size()), PRECISION);
    }
}
