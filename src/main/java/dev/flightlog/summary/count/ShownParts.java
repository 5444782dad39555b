package dev.flightlog.summary.count;

import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.RareValues;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.DaysCounted;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Adds up what the days of a period may show by language, editor, model or feature, and counts the days that are in each
 * sum. Pure.
 */
final class ShownParts {
    private final Map<String, Part> named = new TreeMap<>();
    private final Map<String, Part> rare = new TreeMap<>();
    private final Set<String> rareOnADay = new HashSet<>();
    private int prompts;
    private int generations;
    private int linesAdded;

    private ShownParts() {}

    /**
     * A value of a day.
     *
     * @param people distinct people behind it; 0 where that was not counted
     */
    record Counted(Part part, int people) {}

    /** @param days every day with data, also those without a value */
    static Breakdown of(
            Dimension dimension, Map<LocalDate, List<Counted>> days, Function<LocalDate, Suppressed> shown) {
        ShownParts sums = new ShownParts();
        days.forEach((day, values) -> sums.add(values, shown.apply(day)));
        return Breakdown.of(
                dimension,
                sums.named.values().stream()
                        .map(part -> sums.rareOnADay.contains(part.name()) ? part.lackingDays() : part)
                        .toList(),
                sums.others(),
                new DaysCounted(days.size(), sums.prompts, sums.generations, sums.linesAdded));
    }

    private void add(List<Counted> values, Suppressed ofDay) {
        if (ofDay.hidden()) {
            return;
        }
        RareValues<Counted> split = RareValues.ofDay(values, Counted::people, ofDay.threshold());
        if (split.shown().isEmpty() && split.rare().isEmpty() && !values.isEmpty()) {
            return;
        }
        prompts += showsPrompts(ofDay) ? 1 : 0;
        generations += showsGenerations(ofDay) ? 1 : 0;
        linesAdded += showsLinesAdded(ofDay) ? 1 : 0;
        split.shown().forEach(value -> add(named, value.part(), ofDay));
        split.rare().forEach(value -> {
            add(rare, value.part(), ofDay);
            rareOnADay.add(value.part().name());
        });
    }

    private static void add(Map<String, Part> sums, Part part, Suppressed ofDay) {
        Part masked = new Part(
                part.name(),
                showsPrompts(ofDay) ? part.prompts() : 0,
                showsGenerations(ofDay) ? part.generations() : 0,
                showsLinesAdded(ofDay) ? part.linesAdded() : 0);
        sums.merge(part.name(), masked, Part::plus);
    }

    private static boolean showsPrompts(Suppressed ofDay) {
        return ofDay.shows(Metric.INTERACTIONS);
    }

    private static boolean showsGenerations(Suppressed ofDay) {
        return ofDay.shows(Metric.GENERATIONS) && ofDay.shows(Metric.COMPLETION_GENERATIONS);
    }

    private static boolean showsLinesAdded(Suppressed ofDay) {
        return ofDay.shows(Metric.LOC_ADDED);
    }

    /** Rare days of a value that is named on others count with the first of the rare values, else under no name. */
    private List<Part> others() {
        List<Part> others = new ArrayList<>();
        List<Part> days = new ArrayList<>();
        rare.forEach((name, part) -> (named.containsKey(name) ? days : others).add(part));
        days.stream().reduce(Part::plus).ifPresent(sum -> {
            if (others.isEmpty()) {
                others.add(sum.named(Part.OTHERS));
            } else {
                others.set(0, others.getFirst().plus(sum));
            }
        });
        return others;
    }
}
