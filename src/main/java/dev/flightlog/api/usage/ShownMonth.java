package dev.flightlog.api.usage;

import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.usage.UsagePoint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A calendar month of the organization as far as it may be shown: sums of the days that may be shown, which tell nothing
 * that the days do not, and distinct people where each of its days may be shown. AI credits are money, and always shown.
 * Pure.
 *
 * @param month the whole month, with all of its days
 * @param people what may be shown of people
 * @param linesAdded of {@code linesDays} days
 * @param completionsShown of {@code completionDays} days, as {@code completionsAccepted}
 */
public record ShownMonth(
        UsagePoint month,
        Suppressed people,
        long linesAdded,
        int linesDays,
        long completionsShown,
        long completionsAccepted,
        int completionDays) {
    /**
     * Only months of which something is decided.
     *
     * @param people by month, what may be shown on each of its days together
     * @param days of all these months
     * @param shown what may be shown on each day; a day that is not here may not be shown
     */
    public static List<ShownMonth> of(
            List<UsagePoint> months,
            Map<YearMonth, Suppressed> people,
            List<UsagePoint> days,
            Map<LocalDate, Suppressed> shown) {
        return months.stream()
                .flatMap(month -> Optional.ofNullable(people.get(YearMonth.from(month.first())))
                        .map(ofMonth -> of(month, ofMonth, days, shown))
                        .stream())
                .toList();
    }

    private static ShownMonth of(
            UsagePoint month, Suppressed people, List<UsagePoint> days, Map<LocalDate, Suppressed> shown) {
        YearMonth of = YearMonth.from(month.first());
        List<UsagePoint> known = days.stream()
                .filter(day -> YearMonth.from(day.first()).equals(of))
                .toList();
        List<UsagePoint> lines = known.stream()
                .filter(day -> shows(shown.get(day.first()), Metric.LOC_ADDED))
                .toList();
        List<UsagePoint> completions = known.stream()
                .filter(day -> shows(shown.get(day.first()), Metric.COMPLETION_GENERATIONS)
                        && shows(shown.get(day.first()), Metric.COMPLETION_ACCEPTANCES))
                .toList();
        return new ShownMonth(
                month,
                people,
                sum(lines, UsagePoint::linesAdded),
                lines.size(),
                sum(completions, UsagePoint::completionsShown),
                sum(completions, UsagePoint::completionsAccepted),
                completions.size());
    }

    private static boolean shows(@Nullable Suppressed ofDay, Metric metric) {
        return ofDay != null && ofDay.shows(metric);
    }

    private static long sum(List<UsagePoint> days, ToLongFunction<UsagePoint> value) {
        return days.stream().mapToLong(value).sum();
    }

    /** Whether days with data are in no sum, so that the month has more than its sums say. */
    public boolean atLeast() {
        return Math.min(linesDays, completionDays) < month.days();
    }
}
