package dev.flightlog.web;

import dev.flightlog.text.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small line of the last weeks, drawn by the server in a field of 100 by 28.
 *
 * @param points of an SVG polyline
 * @param words the same for whoever does not see it
 */
public record Spark(String points, String words) {
    private static final double WIDTH = 100;
    private static final double TOP = 2;
    private static final double BOTTOM = 26;

    /** Null where fewer than two values are known. */
    public static @Nullable Spark of(List<? extends @Nullable Number> values) {
        List<Double> known = values.stream()
                .filter(Objects::nonNull)
                .map(Number::doubleValue)
                .toList();
        if (known.size() < 2) {
            return null;
        }
        double highest = known.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        String points = IntStream.range(0, values.size())
                .filter(i -> values.get(i) != null)
                .mapToObj(i -> point(
                        i, values.size(), Objects.requireNonNull(values.get(i)).doubleValue(), highest))
                .collect(Collectors.joining(" "));
        return new Spark(
                points,
                "Last " + Numbers.plural(values.size(), "week") + ": from " + shown(known.getFirst()) + " to "
                        + shown(known.getLast()) + ", at most " + shown(highest));
    }

    private static String point(int index, int size, double value, double highest) {
        double x = size == 1 ? 0 : WIDTH * index / (size - 1);
        double y = highest <= 0 ? BOTTOM : BOTTOM - (BOTTOM - TOP) * value / highest;
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    /** A ratio is shown as a share. */
    private static String shown(double value) {
        return value > 0 && value < 1 ? Numbers.percent(value) : Numbers.count(Math.round(value));
    }
}
