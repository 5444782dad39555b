package dev.flightlog.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The week's activity by language, editor, model or feature.
 *
 * @param top the largest, most first
 * @param others how many more there are
 * @param rest those others together; null where there are none
 */
public record Breakdown(
        Dimension dimension,
        List<Part> top,
        int others,
        @Nullable Part rest) {
    private static final int TOP = 5;

    public Breakdown {
        top = List.copyOf(top);
        if (others > 0 == (rest == null)) {
            throw new IllegalArgumentException("rest must be there with others only, but others is " + others);
        }
    }

    /** The largest five of these and the sum of the others. */
    public static Breakdown of(Dimension dimension, List<Part> all) {
        return of(dimension, all, List.of());
    }

    /** As {@link #of(Dimension, List)}, with values that are not named because too few people are behind them. */
    public static Breakdown of(Dimension dimension, List<Part> named, List<Part> rare) {
        List<Part> sorted = named.stream().sorted(LARGEST_FIRST).toList();
        List<Part> others =
                Stream.concat(sorted.stream().skip(TOP), rare.stream()).toList();
        Part rest = others.isEmpty() ? null : others.stream().reduce(Part.NOTHING, Part::plus);
        return new Breakdown(dimension, sorted.stream().limit(TOP).toList(), others.size(), rest);
    }

    private static final Comparator<Part> LARGEST_FIRST = Comparator.comparingLong(
                    (Part part) -> part.prompts() + part.generations())
            .reversed()
            .thenComparing(Part::name);

    /** What is broken down; GitHub's words are open-ended (FACTS §5.1). */
    public enum Dimension {
        LANGUAGE,
        EDITOR,
        MODEL,
        FEATURE;

        /** The word in the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Activity under one name: prompts people wrote, generations, lines added to files (agents included). */
    public record Part(String name, long prompts, long generations, long linesAdded) {
        static final Part NOTHING = new Part("", 0, 0, 0);

        Part plus(Part other) {
            return new Part(
                    name, prompts + other.prompts, generations + other.generations, linesAdded + other.linesAdded);
        }
    }
}
