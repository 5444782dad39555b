package dev.flightlog.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A month's AI credits: what was used, what the seats include, and where the month will end. Estimates, because GitHub's
 * invoice pools credits over a billing entity; whose pool it is, {@link CostOfMonth} knows.
 *
 * @param used credits on the days of the month that have data
 * @param dataThrough the last such day
 * @param daysKnown how many such days there are
 * @param included credits that come with the seats; none where those of the month are not known
 * @param projected credits at the end of the month: used, and while the month runs for every other day the usual amount
 *     of its weekday; none without a day of the month, none without a settled day to learn from, and none of a month
 *     that is over and lacks days
 * @param range between what the projection lies; none without one, and none of a month that is over
 */
public record CreditMonth(
        YearMonth month,
        BigDecimal used,
        Optional<LocalDate> dataThrough,
        int daysKnown,
        Optional<BigDecimal> included,
        Optional<BigDecimal> projected,
        Optional<CreditRange> range) {
    /** Without a range. */
    public CreditMonth(
            YearMonth month,
            BigDecimal used,
            Optional<LocalDate> dataThrough,
            int daysKnown,
            Optional<BigDecimal> included,
            Optional<BigDecimal> projected) {
        this(month, used, dataThrough, daysKnown, included, projected, Optional.empty());
    }

    /**
     * Counts the month that runs.
     *
     * @param days the month's days with data, and at least the two weeks up to {@code lastSettled}
     * @param lastSettled the last UTC day that GitHub will not change any more
     */
    public static CreditMonth running(
            YearMonth month, Collection<CreditDay> days, LocalDate lastSettled, Optional<BigDecimal> included) {
        CreditMonth counted = of(month, days, included);
        return counted.daysKnown() == 0
                ? counted
                : counted.ending(
                        CreditProjection.monthEnd(month, days, lastSettled),
                        CreditProjection.range(month, days, lastSettled));
    }

    /** Counts a month that is over. What is not known of it stays unknown: the pace of today says nothing about then. */
    public static CreditMonth over(YearMonth month, Collection<CreditDay> days, Optional<BigDecimal> included) {
        CreditMonth counted = of(month, days, included);
        return counted.complete() ? counted.ending(Optional.of(counted.used()), Optional.empty()) : counted;
    }

    private static CreditMonth of(YearMonth month, Collection<CreditDay> days, Optional<BigDecimal> included) {
        List<CreditDay> known = days.stream()
                .filter(day -> YearMonth.from(day.day()).equals(month))
                .toList();
        BigDecimal used = known.stream().map(CreditDay::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<LocalDate> through = known.stream().map(CreditDay::day).max(LocalDate::compareTo);
        return new CreditMonth(month, used, through, known.size(), included, Optional.empty());
    }

    private CreditMonth ending(Optional<BigDecimal> credits, Optional<CreditRange> between) {
        return new CreditMonth(month, used, dataThrough, daysKnown, included, credits, between);
    }

    /** True when every day has data. */
    public boolean complete() {
        return daysKnown == month.lengthOfMonth();
    }

    /** Credits used; none while no day of the month has data, which is not the same as no use. */
    public Optional<BigDecimal> knownUse() {
        return daysKnown == 0 ? Optional.empty() : Optional.of(used);
    }
}
