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
    private static final int MAX_TOP = 20;
    /** So few are not worth a row of their own that does not name them. */
    private static final int FEW = 2;

    public Breakdown {
        top = List.copyOf(top);
        if (others > 0 == (rest == null)) {
            throw new IllegalArgumentException("rest must be there with others only, but others is " + others);
        }
    }

    /** The largest of these, five or as many as it takes, and the sum of the others, which is never the largest row. */
    public static Breakdown of(Dimension dimension, List<Part> all) {
        return of(dimension, all, List.of());
    }

    /** As {@link #of(Dimension, List)}, with values that are not named because too few people are behind them. */
    public static Breakdown of(Dimension dimension, List<Part> named, List<Part> rare) {
        List<Part> sorted = named.stream().sorted(LARGEST_FIRST).toList();
        int shown = Math.min(TOP, sorted.size());
        while (shown < sorted.size() && shown < MAX_TOP && !mayBeCut(sorted, shown)) {
            shown++;
        }
        List<Part> others =
                Stream.concat(sorted.stream().skip(shown), rare.stream()).toList();
        Part rest = others.isEmpty() ? null : others.stream().reduce(Part.NOTHING, Part::plus);
        return new Breakdown(dimension, sorted.stream().limit(shown).toList(), others.size(), rest);
    }

    private static boolean mayBeCut(List<Part> sorted, int shown) {
        long rest = sorted.stream().skip(shown).mapToLong(Part::size).sum();
        return sorted.size() - shown > FEW && rest <= sorted.getFirst().size();
    }

    private static final Comparator<Part> LARGEST_FIRST =
            Comparator.comparingLong(Part::size).reversed().thenComparing(Part::name);

    /** What is broken down; GitHub's words are open-ended. */
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

        long size() {
            return prompts + generations;
        }

        public Part plus(Part other) {
            return new Part(
                    name, prompts + other.prompts, generations + other.generations, linesAdded + other.linesAdded);
        }
    }
}
