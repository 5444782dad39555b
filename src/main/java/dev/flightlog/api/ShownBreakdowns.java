package dev.flightlog.api;

import dev.flightlog.api.UsageAnswer.Entry;
import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.Suppressed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which languages, editors, models and features are named on which day: those behind which enough people are on each of
 * their days of the week. The others are one entry; a day on which too few people are behind them shows none at all, because
 * the day's total less what is shown would be theirs. Pure.
 */
public final class ShownBreakdowns {
    /** The name of what is not named. */
    public static final String OTHERS = "others";

    private ShownBreakdowns() {}

    static Map<LocalDate, Map<String, List<Entry>>> of(
            Map<LocalDate, Map<String, List<CountedEntry>>> days, Function<LocalDate, Suppressed> shown) {
        Map<String, Integer> fewest = new HashMap<>();
        days.forEach((day, dimensions) -> dimensions.forEach((dimension, entries) ->
                entries.forEach(entry -> fewest.merge(key(day, dimension, entry), entry.people(), Math::min))));
        Map<LocalDate, Map<String, List<Entry>>> named = new HashMap<>();
        days.forEach((day, dimensions) -> {
            Suppressed ofDay = shown.apply(day);
            Map<String, List<Entry>> byDimension = new HashMap<>();
            if (!ofDay.hidden()) {
                dimensions.forEach((dimension, entries) -> byDimension.put(
                        dimension,
                        named(
                                entries,
                                entry -> fewest.getOrDefault(key(day, dimension, entry), 0) >= ofDay.threshold(),
                                ofDay.threshold())));
            }
            named.put(day, byDimension);
        });
        return named;
    }

    private static String key(LocalDate day, String dimension, CountedEntry entry) {
        return IsoWeek.of(day) + " " + dimension + " " + entry.entry().name();
    }

    private static List<Entry> named(List<CountedEntry> entries, Predicate<CountedEntry> frequent, int threshold) {
        List<Entry> named = new ArrayList<>();
        List<CountedEntry> others = new ArrayList<>();
        for (CountedEntry entry : entries) {
            if (frequent.test(entry)) {
                named.add(entry.entry());
            } else {
                others.add(entry);
            }
        }
        if (others.isEmpty()) {
            return named;
        }
        if (others.stream().mapToInt(CountedEntry::people).max().orElse(0) < threshold) {
            return List.of();
        }
        Entry none = new Entry(OTHERS, 0, 0, 0, 0, 0, 0);
        named.add(others.stream().map(CountedEntry::entry).reduce(none, ShownBreakdowns::together));
        return named;
    }

    /** The sum under the first one's name. */
    static Entry together(Entry one, Entry other) {
        return new Entry(
                one.name(),
                one.interactions() + other.interactions(),
                one.generations() + other.generations(),
                one.acceptances() + other.acceptances(),
                one.locSuggestedToAdd() + other.locSuggestedToAdd(),
                one.locAdded() + other.locAdded(),
                one.locDeleted() + other.locDeleted());
    }
}
