package dev.flightlog.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The week's activity by language, editor, model or feature.
 *
 * @param top the largest, most first; what GitHub itself calls others is among them where it is as large
 * @param others how many more there are; what GitHub calls others counts as one
 * @param rest those others together, called "others" where it is not known how many they are; null where there are none
 * @param days how many days the figures are made of; null where that was not kept
 */
public record Breakdown(
        Dimension dimension,
        List<Part> top,
        int others,
        @Nullable Part rest,
        @Nullable DaysCounted days) {
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
        return of(dimension, all, List.of(), null);
    }

    /**
     * As {@link #of(Dimension, List)}, with values that are not named because too few people are behind them. What GitHub
     * itself calls others has a row of its own where it is large, so that it does not make the others larger than what is
     * named; among the others it is not known how many they are.
     */
    public static Breakdown of(Dimension dimension, List<Part> named, List<Part> rare, @Nullable DaysCounted days) {
        List<Part> sorted = named.stream().sorted(LARGEST_FIRST).toList();
        int shown = Math.min(TOP, sorted.size());
        while (shown < sorted.size() && shown < MAX_TOP && !mayBeCut(sorted, shown, rare)) {
            shown++;
        }
        List<Part> others =
                Stream.concat(sorted.stream().skip(shown), rare.stream()).toList();
        Part none = others.stream().anyMatch(Part::isOthers) ? Part.NOTHING.named(Part.OTHERS) : Part.NOTHING;
        Part rest = others.stream().reduce(none, Part::plus);
        boolean empty = rest.isWithin(Part.NOTHING);
        return new Breakdown(
                dimension, sorted.stream().limit(shown).toList(), empty ? 0 : others.size(), empty ? null : rest, days);
    }

    /** Whether what is left is more than a few values, and in no column more than the largest of those shown. */
    private static boolean mayBeCut(List<Part> sorted, int shown, List<Part> unnamed) {
        Part rest = Stream.concat(sorted.stream().skip(shown), unnamed.stream()).reduce(Part.NOTHING, Part::plus);
        Part largest = sorted.stream().limit(shown).reduce(Part.NOTHING, Part::larger);
        return sorted.size() - shown > FEW && rest.isWithin(largest);
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

    /**
     * How many days each figure is made of. Days on which a figure may not be shown are not in it.
     *
     * @param withData days with data in all
     */
    public record DaysCounted(int withData, int prompts, int generations, int linesAdded) {
        public DaysCounted {
            if (Math.max(prompts, Math.max(generations, linesAdded)) > withData) {
                throw new IllegalArgumentException("days counted must be among the " + withData
                        + " days with data, but are " + prompts + ", " + generations + " and " + linesAdded);
            }
        }

        /** Whether a figure lacks a day. */
        public boolean lacking() {
            return Math.min(prompts, Math.min(generations, linesAdded)) < withData;
        }
    }

    /**
     * Activity under one name: prompts people wrote, generations, lines added to files (agents included).
     *
     * @param atLeast whether days on which too few people were behind it count with the others
     */
    public record Part(String name, long prompts, long generations, long linesAdded, boolean atLeast) {
        static final Part NOTHING = new Part("", 0, 0, 0);
        public static final String OTHERS = "others";

        /** One of which every day counts under its name. */
        public Part(String name, long prompts, long generations, long linesAdded) {
            this(name, prompts, generations, linesAdded, false);
        }

        long size() {
            return prompts + generations;
        }

        /** True of what GitHub does not name either. */
        public boolean isOthers() {
            return name.equalsIgnoreCase(OTHERS);
        }

        public Part named(String other) {
            return new Part(other, prompts, generations, linesAdded, atLeast);
        }

        /** The same, of which some days count with the others. */
        public Part lackingDays() {
            return new Part(name, prompts, generations, linesAdded, true);
        }

        /** The larger figure of both in each column. */
        Part larger(Part other) {
            return new Part(
                    name,
                    Math.max(prompts, other.prompts),
                    Math.max(generations, other.generations),
                    Math.max(linesAdded, other.linesAdded));
        }

        boolean isWithin(Part other) {
            return prompts <= other.prompts && generations <= other.generations && linesAdded <= other.linesAdded;
        }

        public Part plus(Part other) {
            return new Part(
                    name, prompts + other.prompts, generations + other.generations, linesAdded + other.linesAdded);
        }
    }
}
