package dev.flightlog.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the days on which GitHub stopped use: the month's credits had reached what a budget allows, and then use fell. GitHub
 * reports no stop, and its count is not quite that of the usage reports. Where use went on, nothing was stopped. Pure.
 */
final class StoppedDays {
    /** GitHub counts a little otherwise than the usage reports. */
    private static final BigDecimal REACHED = new BigDecimal("0.99");

    /** So near to the limit a longer fall shows a stop too. */
    private static final BigDecimal NEARLY = new BigDecimal("0.95");

    /** Longer than a weekend. */
    private static final int DAYS_OF_A_FALL = 3;

    private static final int DAYS_OF_A_PACE = 14;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Function<LocalDate, Optional<BigDecimal>> stopsAt;
    private final Set<LocalDate> stopped = new HashSet<>();
    private final List<BigDecimal> usual = new ArrayList<>();

    private StoppedDays(Function<LocalDate, Optional<BigDecimal>> stopsAt) {
        this.stopsAt = stopsAt;
    }

    /**
     * @param days with data, of whole months: a budget counts from the first of the month on
     * @param stopsAt the month's AI credits at which use stopped by what was in force on a day; none where nothing stopped it
     */
    static Set<LocalDate> of(Collection<CreditDay> days, Function<LocalDate, Optional<BigDecimal>> stopsAt) {
        StoppedDays found = new StoppedDays(stopsAt);
        List<CreditDay> month = new ArrayList<>();
        for (CreditDay day :
                days.stream().sorted(Comparator.comparing(CreditDay::day)).toList()) {
            if (!month.isEmpty() && !YearMonth.from(month.getLast().day()).equals(YearMonth.from(day.day()))) {
                found.look(month);
                month.clear();
            }
            month.add(day);
        }
        found.look(month);
        return found.stopped;
    }

    /** Whether so many credits are what use stops at. */
    static boolean reached(BigDecimal used, Optional<BigDecimal> limit) {
        return atLeast(used, limit, REACHED);
    }

    private void look(List<CreditDay> month) {
        List<BigDecimal> used = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (CreditDay day : month) {
            sum = sum.add(day.credits());
            used.add(sum);
        }
        int index = 0;
        while (index < month.size()) {
            int end = endOfStop(month, used, index);
            if (end == index) {
                usual.add(month.get(index).credits());
                index++;
            } else {
                month.subList(index, end).forEach(day -> stopped.add(day.day()));
                index = end;
            }
        }
    }

    /** The first index after a stop that began on this day; the same index where none did. */
    private int endOfStop(List<CreditDay> month, List<BigDecimal> used, int first) {
        if (!nearly(month, used, first)) {
            return first;
        }
        BigDecimal half = pace(month.get(first)).divide(TWO);
        int next = first + 1;
        while (next < month.size()
                && nearly(month, used, next)
                && month.get(next).credits().compareTo(half) < 0) {
            next++;
        }
        int fallen = next - first - 1;
        boolean ends = reachedAfter(month, used, first)
                ? fallen > 0 || next == month.size() && !reachedAfter(month, used, first - 1)
                : fallen >= DAYS_OF_A_FALL;
        return ends && !wentOn(month, used, first) ? next : first;
    }

    /** Whether use went on for two days that began with the limit reached: then it is none. */
    private boolean wentOn(List<CreditDay> month, List<BigDecimal> used, int until) {
        int days = 0;
        for (int index = 1; index <= until; index++) {
            LocalDate day = month.get(index).day();
            boolean began = reached(used.get(index - 1), stopsAt.apply(day));
            boolean real = !stopped.contains(day)
                    && month.get(index)
                                    .credits()
                                    .compareTo(pace(month.get(index)).divide(TWO))
                            >= 0;
            days = began ? days + (real ? 1 : 0) : 0;
        }
        return days > 1;
    }

    private boolean reachedAfter(List<CreditDay> month, List<BigDecimal> used, int index) {
        return index >= 0
                && reached(used.get(index), stopsAt.apply(month.get(index).day()));
    }

    private boolean nearly(List<CreditDay> month, List<BigDecimal> used, int index) {
        return atLeast(used.get(index), stopsAt.apply(month.get(index).day()), NEARLY);
    }

    private static boolean atLeast(BigDecimal used, Optional<BigDecimal> limit, BigDecimal part) {
        return limit.filter(most -> used.compareTo(most.multiply(part)) >= 0).isPresent();
    }

    /** What is used on a day: the mean of the last days on which nothing was stopped, else of this one. */
    private BigDecimal pace(CreditDay otherwise) {
        List<BigDecimal> last = usual.subList(Math.max(0, usual.size() - DAYS_OF_A_PACE), usual.size());
        return last.isEmpty()
                ? otherwise.credits()
                : last.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(last.size()), 2, RoundingMode.HALF_UP);
    }
}
