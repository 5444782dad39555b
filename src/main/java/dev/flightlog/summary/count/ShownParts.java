package dev.flightlog.summary.count;

import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.RareValues;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up what the days of a week may show by language, editor, model or feature. Pure. */
final class ShownParts {
    private ShownParts() {}

    /**
     * A value of a day.
     *
     * @param people distinct people behind it; 0 where that was not counted
     */
    record Counted(Part part, int people) {}

    static Breakdown of(
            Dimension dimension, Map<LocalDate, List<Counted>> days, Function<LocalDate, Suppressed> shown) {
        Map<String, Part> named = new TreeMap<>();
        Map<String, Part> rare = new TreeMap<>();
        days.forEach((day, values) -> {
            Suppressed ofDay = shown.apply(day);
            if (!ofDay.hidden()) {
                RareValues<Counted> split = RareValues.ofDay(values, Counted::people, ofDay.threshold());
                split.shown().forEach(value -> add(named, value.part(), ofDay));
                split.rare().forEach(value -> add(rare, value.part(), ofDay));
            }
        });
        return Breakdown.of(dimension, List.copyOf(named.values()), others(named, rare));
    }

    private static void add(Map<String, Part> sums, Part part, Suppressed ofDay) {
        Part masked = new Part(
                part.name(),
                ofDay.shows(Metric.INTERACTIONS) ? part.prompts() : 0,
                ofDay.shows(Metric.GENERATIONS) && ofDay.shows(Metric.COMPLETION_GENERATIONS) ? part.generations() : 0,
                ofDay.shows(Metric.LOC_ADDED) ? part.linesAdded() : 0);
        sums.merge(part.name(), masked, Part::plus);
    }

    /** Rare days of a value that is named on others count with the first of the rare values, and as one where there is none. */
    private static List<Part> others(Map<String, Part> named, Map<String, Part> rare) {
        List<Part> others = new ArrayList<>();
        List<Part> days = new ArrayList<>();
        rare.forEach((name, part) -> (named.containsKey(name) ? days : others).add(part));
        days.stream().reduce(Part::plus).ifPresent(sum -> {
            if (others.isEmpty()) {
                others.add(sum);
            } else {
                others.set(0, others.getFirst().plus(sum));
            }
        });
        return others;
    }
}
