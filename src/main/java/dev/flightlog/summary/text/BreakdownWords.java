package dev.flightlog.summary.text;

import dev.flightlog.seat.SurfaceName;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.DaysCounted;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import dev.flightlog.text.ModelName;
import dev.flightlog.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The words of a table by language, editor, model or feature; the same in posts, answers and pages. Plain text. Pure. */
public final class BreakdownWords {
    private BreakdownWords() {}

    /**
     * What is counted.
     *
     * @param heading with the days that are counted, where days are left out: "Prompts (5 of 7 days)"
     */
    public record Column(String heading, boolean counted, ToLongFunction<Part> figure) {
        /** "1,034", "at least 1,034" where some of its days count with the others, – where no day is counted. */
        public String cell(Part part) {
            long value = figure.applyAsLong(part);
            return counted ? (part.atLeast() && value > 0 ? "at least " : "") + Numbers.count(value) : Numbers.NONE;
        }
    }

    /** GitHub counts no prompts by language. */
    public static List<Column> columns(Breakdown breakdown) {
        List<Column> columns = new ArrayList<>();
        DaysCounted days = breakdown.days();
        if (breakdown.dimension() != Dimension.LANGUAGE) {
            columns.add(column("Prompts", days, DaysCounted::prompts, Part::prompts));
        }
        columns.add(column("Generations", days, DaysCounted::generations, Part::generations));
        columns.add(column("Lines added", days, DaysCounted::linesAdded, Part::linesAdded));
        return columns;
    }

    private static Column column(
            String name, @Nullable DaysCounted days, ToIntFunction<DaysCounted> counted, ToLongFunction<Part> figure) {
        if (days == null || counted.applyAsInt(days) == days.withData()) {
            return new Column(name, true, figure);
        }
        int known = counted.applyAsInt(days);
        return new Column(
                name + " (" + known + " of " + Numbers.plural(days.withData(), "day") + ")", known > 0, figure);
    }

    public static String heading(Dimension dimension) {
        return switch (dimension) {
            case LANGUAGE -> "Language";
            case EDITOR -> "Editor";
            case MODEL -> "Model";
            case FEATURE -> "Feature";
        };
    }

    /** A value's written name. */
    public static String name(Dimension dimension, Part part) {
        if (part.isOthers()) {
            return "others, as GitHub groups them";
        }
        return switch (dimension) {
            case LANGUAGE -> part.name();
            case EDITOR -> SurfaceName.editor(part.name());
            case MODEL -> ModelName.of(part.name());
            case FEATURE -> FeatureNames.of(part.name());
        };
    }

    /** The others; without a number where GitHub itself counts some of them together, or days of values that are named. */
    public static String others(Breakdown breakdown, Part rest) {
        return rest.isOthers() ? "others" : Numbers.plural(breakdown.others(), "other");
    }

    /**
     * Why figures are less than all, as a sentence; empty where they are not.
     *
     * @param threshold the policy's {@code privacy.min_team_size}
     */
    public static String note(List<Breakdown> breakdowns, int threshold) {
        boolean lacking = breakdowns.stream()
                .filter(breakdown -> !breakdown.top().isEmpty())
                .map(Breakdown::days)
                .anyMatch(days -> days != null && days.lacking());
        boolean least = breakdowns.stream()
                .flatMap(breakdown -> breakdown.top().stream())
                .anyMatch(Part::atLeast);
        return (lacking
                        ? "A column with a number of days leaves out the others: on them fewer than " + threshold
                                + " people are behind it, or such numbers would follow from it. "
                        : "")
                + (least
                        ? "“At least”: a day with fewer than " + threshold
                                + " people behind a value counts with the others. "
                        : "");
    }
}
