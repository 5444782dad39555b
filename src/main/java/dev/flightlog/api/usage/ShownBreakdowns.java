package dev.flightlog.api.usage;

import dev.flightlog.api.usage.UsageAnswer.Entry;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.RareValues;
import dev.flightlog.privacy.Suppressed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which languages, editors, models and features are named on which day: those behind which enough people are on that day.
 * The rare ones together are the others; where too few people are behind these too, the rarest of the named ones joins them,
 * and so does what GitHub itself calls so: no name is there twice.
 * A figure that may not be shown of the whole organization is not shown of its parts, which would add up to it. Pure.
 */
final class ShownBreakdowns {
    private ShownBreakdowns() {}

    static Map<LocalDate, Map<String, List<Entry>>> of(
            Map<LocalDate, Map<String, List<CountedEntry>>> days, Function<LocalDate, Suppressed> shown) {
        Map<LocalDate, Map<String, List<Entry>>> named = new HashMap<>();
        days.forEach((day, dimensions) -> {
            Suppressed ofDay = shown.apply(day);
            Map<String, List<Entry>> byDimension = new HashMap<>();
            if (!ofDay.hidden()) {
                dimensions.forEach((dimension, entries) -> byDimension.put(dimension, shown(entries, ofDay)));
            }
            named.put(day, byDimension);
        });
        return named;
    }

    private static List<Entry> shown(List<CountedEntry> entries, Suppressed ofDay) {
        RareValues<CountedEntry> values = RareValues.ofDay(entries, CountedEntry::people, ofDay.threshold());
        Map<Boolean, List<CountedEntry>> named = values.shown().stream()
                .collect(
                        Collectors.partitioningBy(value -> !value.entry().name().equals(UsageAnswer.OTHERS)));
        List<Entry> shown = new ArrayList<>();
        named.getOrDefault(true, List.of()).forEach(value -> shown.add(masked(value.entry(), ofDay)));
        Stream.concat(named.getOrDefault(false, List.of()).stream(), values.rare().stream())
                .map(value -> masked(value.entry(), ofDay))
                .reduce(ShownBreakdowns::together)
                .ifPresent(others -> shown.add(new Entry(
                        UsageAnswer.OTHERS,
                        others.interactions(),
                        others.generations(),
                        others.acceptances(),
                        others.locSuggestedToAdd(),
                        others.locAdded(),
                        others.locDeleted())));
        return shown;
    }

    private static Entry masked(Entry entry, Suppressed ofDay) {
        return new Entry(
                entry.name(),
                figure(entry.interactions(), ofDay, Metric.INTERACTIONS),
                figure(entry.generations(), ofDay, Metric.GENERATIONS, Metric.COMPLETION_GENERATIONS),
                figure(entry.acceptances(), ofDay, Metric.ACCEPTANCES, Metric.COMPLETION_ACCEPTANCES),
                figure(entry.locSuggestedToAdd(), ofDay, Metric.LOC_SUGGESTED_TO_ADD),
                figure(entry.locAdded(), ofDay, Metric.LOC_ADDED),
                figure(entry.locDeleted(), ofDay, Metric.LOC_DELETED));
    }

    private static @Nullable Long figure(@Nullable Long figure, Suppressed ofDay, Metric... metrics) {
        return Arrays.stream(metrics).allMatch(ofDay::shows) ? figure : null;
    }

    /** The sum under the first one's name; what is null in both is null. */
    private static Entry together(Entry one, Entry other) {
        return new Entry(
                one.name(),
                plus(one.interactions(), other.interactions()),
                plus(one.generations(), other.generations()),
                plus(one.acceptances(), other.acceptances()),
                plus(one.locSuggestedToAdd(), other.locSuggestedToAdd()),
                plus(one.locAdded(), other.locAdded()),
                plus(one.locDeleted(), other.locDeleted()));
    }

    private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }
}
