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
 * @param pace whether days on which GitHub stopped use bear on the projection
 */
public record CreditMonth(
        YearMonth month,
        BigDecimal used,
        Optional<LocalDate> dataThrough,
        int daysKnown,
        Optional<BigDecimal> included,
        Optional<BigDecimal> projected,
        Optional<CreditRange> range,
        Pace pace) {
    /** What stops of use mean for the projection. */
    public enum Pace {
        /** Days on which nothing stopped use show what people use. */
        KNOWN,
        /** GitHub stopped use: nothing is to come before the month's end. */
        USE_IS_STOPPED,
        /** Use was stopped on so many of the last days that the others show no pace: nothing is projected. */
        HIDDEN_BY_STOPS
    }

    /** Without a stop. */
    public CreditMonth(
            YearMonth month,
            BigDecimal used,
            Optional<LocalDate> dataThrough,
            int daysKnown,
            Optional<BigDecimal> included,
            Optional<BigDecimal> projected,
            Optional<CreditRange> range) {
        this(month, used, dataThrough, daysKnown, included, projected, range, Pace.KNOWN);
    }

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

    /** Counts the month that runs, where nothing stopped use; as {@link #running(YearMonth, Collection, LocalDate, Optional, Stops)}. */
    public static CreditMonth running(
            YearMonth month, Collection<CreditDay> days, LocalDate lastSettled, Optional<BigDecimal> included) {
        return running(month, days, lastSettled, included, Stops.NONE);
    }

    /**
     * Counts the month that runs.
     *
     * @param days the month's days with data, and those before it up to {@code lastSettled} from which to learn
     * @param lastSettled the last UTC day that GitHub will not change any more
     */
    static CreditMonth running(
            YearMonth month,
            Collection<CreditDay> days,
            LocalDate lastSettled,
            Optional<BigDecimal> included,
            Stops stops) {
        CreditMonth counted = of(month, days, included);
        if (counted.daysKnown() == 0) {
            return counted;
        }
        if (stops.now()) {
            return counted.ending(Optional.of(counted.used()), Optional.empty(), Pace.USE_IS_STOPPED);
        }
        Optional<BigDecimal> end = CreditProjection.monthEnd(month, days, lastSettled, stops.days());
        return counted.ending(
                end,
                CreditProjection.range(month, days, lastSettled, stops.days()),
                end.isEmpty() && !stops.days().isEmpty() ? Pace.HIDDEN_BY_STOPS : Pace.KNOWN);
    }

    /** Counts a month that is over. What is not known of it stays unknown: the pace of today says nothing about then. */
    public static CreditMonth over(YearMonth month, Collection<CreditDay> days, Optional<BigDecimal> included) {
        CreditMonth counted = of(month, days, included);
        return counted.complete() ? counted.ending(Optional.of(counted.used()), Optional.empty(), Pace.KNOWN) : counted;
    }

    private static CreditMonth of(YearMonth month, Collection<CreditDay> days, Optional<BigDecimal> included) {
        List<CreditDay> known = days.stream()
                .filter(day -> YearMonth.from(day.day()).equals(month))
                .toList();
        BigDecimal used = known.stream().map(CreditDay::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<LocalDate> through = known.stream().map(CreditDay::day).max(LocalDate::compareTo);
        return new CreditMonth(month, used, through, known.size(), included, Optional.empty());
    }

    private CreditMonth ending(Optional<BigDecimal> credits, Optional<CreditRange> between, Pace known) {
        return new CreditMonth(month, used, dataThrough, daysKnown, included, credits, between, known);
    }

    /** True when every day has data. */
    public boolean complete() {
        return daysKnown == month.lengthOfMonth();
    }

    /** Whether a day before the last one with data has none: then more was used than is known. */
    public boolean hasGaps() {
        return dataThrough.filter(day -> daysKnown < day.getDayOfMonth()).isPresent();
    }

    /** Credits used; none while no day of the month has data, which is not the same as no use. */
    public Optional<BigDecimal> knownUse() {
        return daysKnown == 0 ? Optional.empty() : Optional.of(used);
    }
}
