package dev.flightlog.seat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;

/**
 * A month's AI credits: what was used, the share of what the seats include, and where the month will end. Estimates,
 * because GitHub's invoice pools credits over a billing entity.
 *
 * @param used credits on the days of the month that have data
 * @param dataThrough the last such day
 * @param included credits that come with the seats
 * @param projected credits at the end of the month: used, and for every other day the usual amount of its weekday; none
 *     without a settled day to learn from
 */
public record CreditMonth(
        YearMonth month,
        BigDecimal used,
        Optional<LocalDate> dataThrough,
        BigDecimal included,
        Optional<BigDecimal> projected) {
    /** Digits after the point of a share. */
    private static final int SHARE_DIGITS = 4;

    /**
     * Counts a month.
     *
     * @param days the month's days with data, and at least the two weeks up to {@code lastSettled}
     * @param lastSettled the last UTC day that GitHub will not change any more
     */
    public static CreditMonth of(
            YearMonth month, Collection<CreditDay> days, LocalDate lastSettled, BigDecimal included) {
        BigDecimal used = days.stream()
                .filter(day -> YearMonth.from(day.day()).equals(month))
                .map(CreditDay::credits)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<LocalDate> through = days.stream()
                .map(CreditDay::day)
                .filter(day -> YearMonth.from(day).equals(month))
                .max(LocalDate::compareTo);
        return new CreditMonth(month, used, through, included, CreditProjection.monthEnd(month, days, lastSettled));
    }

    /** What of the included credits is used, 1 for all of them; none without included credits. */
    public Optional<BigDecimal> shareOfIncluded() {
        return included.signum() == 0
                ? Optional.empty()
                : Optional.of(used.divide(included, SHARE_DIGITS, RoundingMode.HALF_UP));
    }

    /** US dollars beyond the included credits at the month's projected end; zero when they suffice. */
    public Optional<BigDecimal> projectedOverageUsd() {
        return projected.map(
                credits -> CreditPool.usd(credits.subtract(included).max(BigDecimal.ZERO)));
    }
}
