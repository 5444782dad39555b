package dev.flightlog.markdown;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A row of numbers as bars one character wide, measured from zero. */
public final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String MISSING = "·";

    private Sparkline() {}

    /**
     * Oldest first. A missing value is "·", zero is the lowest bar, and values that are all the same are full
     * bars, because nothing was lost.
     *
     * @throws IllegalArgumentException for a negative or infinite value
     */
    public static String of(List<? extends @Nullable Number> values) {
        double highest = known(values).max().orElse(0);
        double lowest = known(values).min().orElse(0);
        return values.stream()
                .map(value -> value == null ? MISSING : bar(value.doubleValue(), lowest, highest))
                .collect(Collectors.joining());
    }

    private static DoubleStream known(List<? extends @Nullable Number> values) {
        return values.stream().filter(Objects::nonNull).mapToDouble(value -> checked(value.doubleValue()));
    }

    private static double checked(double value) {
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException("value must be 0 or more, but is " + value);
        }
        return value;
    }

    private static String bar(double value, double lowest, double highest) {
        return String.valueOf(BARS.charAt(level(value, lowest, highest)));
    }

    private static int level(double value, double lowest, double highest) {
        if (value == 0) {
            return 0;
        }
        if (lowest == highest) {
            return BARS.length() - 1;
        }
        return (int) Math.round(value / highest * (BARS.length() - 1));
    }
}
