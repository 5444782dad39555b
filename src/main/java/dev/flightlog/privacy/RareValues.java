package dev.flightlog.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Languages, editors, models or features: which may be shown by name, and which go to the others because too few people are
 * behind them. If too few are behind the others as well, the rarest of those shown joins them, because the total less what
 * is shown would be theirs. Pure.
 *
 * @param shown in the given order
 * @param rare the others
 */
public record RareValues<T>(List<T> shown, List<T> rare) {
    public RareValues {
        shown = List.copyOf(shown);
        rare = List.copyOf(rare);
    }

    /**
     * As {@link #of}, of one day: neither any where too few people are behind all of it. Sums over days of what their days
     * show tell nothing that the days do not.
     */
    public static <T> RareValues<T> ofDay(List<T> values, ToIntFunction<T> people, int threshold) {
        RareValues<T> day = of(values, people, threshold);
        boolean few = !day.rare().isEmpty()
                && day.rare().stream().mapToInt(people).max().orElse(0) < threshold;
        return few ? new RareValues<>(List.of(), List.of()) : day;
    }

    /** @param people distinct people behind a value, or fewer where that is not known */
    public static <T> RareValues<T> of(List<T> values, ToIntFunction<T> people, int threshold) {
        List<T> shown = new ArrayList<>();
        List<T> rare = new ArrayList<>();
        values.forEach(value -> (people.applyAsInt(value) < threshold ? rare : shown).add(value));
        boolean few = !rare.isEmpty() && rare.stream().mapToInt(people).max().orElse(0) < threshold;
        if (few && !shown.isEmpty()) {
            T rarest = shown.stream().min(Comparator.comparingInt(people)).orElseThrow();
            shown.remove(rarest);
            rare.add(rarest);
        }
        return new RareValues<>(shown, rare);
    }
}
