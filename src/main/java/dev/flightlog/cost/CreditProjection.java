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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a month's credits will end, from the last 14 settled days: Sundays do not count like Tuesdays. Days on which GitHub
 * stopped use say nothing of what people would use; the days before them are taken instead.
 */
final class CreditProjection {
    private static final int DAYS = 14;

    /** What was used earlier says nothing of the pace of today. */
    private static final int MAX_DAYS_BACK = 42;

    /** Fewer days than a week that are left over between stops show no pace. */
    private static final int MIN_DAYS_BESIDE_STOPS = 7;

    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private CreditProjection() {}

    /**
     * The days with data as they are, and every other day of the month as the mean of its weekday; a weekday without
     * settled data counts as the mean of all settled days. For the month that runs: of one that is over they say nothing.
     */
    static Optional<BigDecimal> monthEnd(
            YearMonth month, Collection<CreditDay> days, LocalDate lastSettled, Set<LocalDate> stopped) {
        return monthEnd(month, days, usualDays(days, lastSettled, stopped), CreditProjection::mean);
    }

    /** As {@link #monthEnd}, as if nothing had stopped use: the days of a stop count as usual ones too. */
    static Optional<BigDecimal> unstopped(
            YearMonth month, Collection<CreditDay> days, LocalDate lastSettled, Set<LocalDate> stopped) {
        return monthEnd(
                month,
                days.stream().filter(day -> !stopped.contains(day.day())).toList(),
                usualDays(days, lastSettled, stopped),
                CreditProjection::mean);
    }

    /** The first day that may be asked for. */
    static LocalDate firstDay(LocalDate lastSettled) {
        return lastSettled.minusDays(MAX_DAYS_BACK - 1L);
    }

    /** The days to learn from; none where use was stopped on so many of them that the others show no pace. */
    private static List<CreditDay> usualDays(
            Collection<CreditDay> days, LocalDate lastSettled, Set<LocalDate> stopped) {
        Set<LocalDate> looked = Stream.iterate(lastSettled, day -> day.minusDays(1))
                .limit(MAX_DAYS_BACK)
                .filter(day -> !stopped.contains(day))
                .limit(DAYS)
                .collect(Collectors.toSet());
        List<CreditDay> usual =
                days.stream().filter(day -> looked.contains(day.day())).toList();
        boolean besideStops =
                stopped.stream().anyMatch(day -> !day.isAfter(lastSettled) && day.isAfter(lastSettled.minusDays(DAYS)));
        return besideStops && usual.size() < MIN_DAYS_BESIDE_STOPS ? List.of() : usual;
    }

    private static Optional<BigDecimal> monthEnd(
            YearMonth month,
            Collection<CreditDay> days,
            List<CreditDay> settled,
            Function<List<CreditDay>, BigDecimal> figure) {
        if (settled.isEmpty()) {
            return Optional.empty();
        }
        Map<LocalDate, BigDecimal> known =
                days.stream().collect(Collectors.toMap(CreditDay::day, CreditDay::credits, BigDecimal::add));
        Function<LocalDate, BigDecimal> usual = usual(settled, figure);
        return Optional.of(month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(day -> known.containsKey(day) ? known.get(day) : usual.apply(day))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP));
    }

    /** As {@link #monthEnd}, with the least and the most of each day's weekday in place of its mean. */
    static Optional<CreditRange> range(
            YearMonth month, Collection<CreditDay> days, LocalDate lastSettled, Set<LocalDate> stopped) {
        List<CreditDay> settled = usualDays(days, lastSettled, stopped);
        return monthEnd(month, days, settled, CreditProjection::least)
                .flatMap(low ->
                        monthEnd(month, days, settled, CreditProjection::most).map(high -> new CreditRange(low, high)));
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
