package dev.flightlog.web.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.usage.OrganizationUsage;
import dev.flightlog.api.usage.UsageAnswer;
import dev.flightlog.api.usage.UsageAnswer.Entry;
import dev.flightlog.api.usage.UsageAnswer.UsageDay;
import dev.flightlog.seat.SeatMovesOfDay;
import dev.flightlog.seat.SeatMovesStore;
import dev.flightlog.seat.SurfaceName;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import dev.flightlog.summary.Phase;
import dev.flightlog.summary.count.PhaseGroups;
import dev.flightlog.summary.text.FeatureNames;
import dev.flightlog.text.Dates;
import dev.flightlog.text.ModelName;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.PhaseDay;
import dev.flightlog.usage.UsageSeriesStore;
import dev.flightlog.web.Column;
import dev.flightlog.web.Period;
import dev.flightlog.web.Rows;
import dev.flightlog.web.Series;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organization's usage over a period, as tables that charts are drawn over. */
@Singleton
class SeriesPages {
    private final UsageSeriesStore usage;
    private final SeatMovesStore moves;
    private final ShownPoints points;
    private final OrganizationUsage organization;

    SeriesPages(UsageSeriesStore usage, SeatMovesStore moves, ShownPoints points, OrganizationUsage organization) {
        this.organization = organization;
        this.usage = usage;
        this.moves = moves;
        this.points = points;
    }

    /** Every figure of the organization by day, week or month. */
    Series organization(long org, Period period, int threshold, @Nullable Long creditsIncluded) {
        Map<LocalDate, int[]> seats = seats(org, period);
        List<Series.Row> rows = points.organization(org, period, threshold).reversed().stream()
                .map(point -> row(period.step(), point, seats.getOrDefault(point.first(), new int[2])))
                .toList();
        List<Column> columns = List.of(
                Column.text(words(period.step())),
                Column.number("Active users"),
                Column.number("Acceptance rate"),
                Column.number("Chat users"),
                Column.number("Agent users"),
                Column.number("CLI users"),
                Column.number("App users"),
                Column.number("Cloud agent users"),
                Column.number("Lines added"),
                Column.number("AI credits"),
                Column.number("Seats given"),
                Column.number("Seats ended"));
        boolean moved = seats.values().stream().anyMatch(counts -> counts[0] + counts[1] > 0);
        List<Series.Chart> charts = new ArrayList<>(List.of(
                new Series.Chart("Active users", "distinct people", "line", "1", ""),
                new Series.Chart("Acceptance rate", "of code completions", "line", "2", " %"),
                new Series.Chart("What they used", "distinct people", "line", "3 4 5 6 7", ""),
                new Series.Chart("AI credits", pool(creditsIncluded), "bar", "9", ""),
                new Series.Chart("Lines added", "agents included", "bar", "8", "")));
        if (moved) {
            charts.add(new Series.Chart("Seats given and ended", "from one listing to the next", "bar", "10 11", ""));
        }
        return new Series(words(period.step()) + "s, " + period.words(), columns, rows, charts, note());
    }

    private static String pool(@Nullable Long included) {
        return included == null || included == 0
                ? "estimate"
                : "estimate; " + Numbers.count(included) + " a month are included";
    }

    static String words(Period.Step step) {
        return switch (step) {
            case DAY -> "Day";
            case WEEK -> "Week";
            case MONTH -> "Month";
        };
    }

    static String note() {
        return "People are distinct people of the row, so rows do not add up."
                + " – means that nothing was offered, or that it is not known or would reveal too few people. A"
                + " row that is not listed has no data, or its data have just changed and what may be shown is decided"
                + " within a few minutes.";
    }

    private Map<LocalDate, int[]> seats(long org, Period period) {
        Period whole = period.whole();
        Map<LocalDate, int[]> byStart = new TreeMap<>();
        for (SeatMovesOfDay day : moves.between(org, whole.first(), whole.last())) {
            int[] counts = byStart.computeIfAbsent(Rows.start(period.step(), day.day()), _ -> new int[2]);
            counts[0] += day.given();
            counts[1] += day.ended();
        }
        return byStart;
    }

    private static Series.Row row(Period.Step step, ShownPoints.Point point, int[] seats) {
        return new Series.Row(
                Rows.label(step, point.first(), point.days()),
                Rows.brief(step, point.first()),
                List.of(
                        point.active(),
                        point.rate(),
                        point.chat(),
                        point.agent(),
                        point.cli(),
                        point.app(),
                        Objects.requireNonNullElse(point.cloudAgent(), Numbers.NONE),
                        point.lines(),
                        point.credits(),
                        Numbers.count(seats[0]),
                        Numbers.count(seats[1])),
                Rows.whole(step, point.first(), point.days()));
    }

    /**
     * Languages, editors, models and features of the period, the largest five of each: sums over the days of the API, which
     * name nothing that too few people are behind.
     */
    List<BreakdownTable> breakdowns(long org, Period period, int threshold) {
        List<UsageAnswer.Breakdowns> days =
                days(org, period, threshold).map(UsageDay::breakdowns).toList();
        return Arrays.stream(Dimension.values())
                .map(dimension -> breakdown(dimension, days.stream().flatMap(day -> entries(day, dimension).stream())))
                .filter(breakdown -> !breakdown.top().isEmpty())
                .map(SeriesPages::table)
                .toList();
    }

    private Stream<UsageDay> days(long org, Period period, int threshold) {
        return organization.days(org, new Days(period.first(), period.last()), threshold).stream();
    }

    private static List<Entry> entries(UsageAnswer.Breakdowns day, Dimension dimension) {
        return switch (dimension) {
            case LANGUAGE -> day.languages();
            case EDITOR -> day.editors();
            case MODEL -> day.models();
            case FEATURE -> day.features();
        };
    }

    private static Breakdown breakdown(Dimension dimension, Stream<Entry> entries) {
        Map<Boolean, List<Part>> parts = entries
                .collect(Collectors.toMap(Entry::name, SeriesPages::part, SeriesPages::together, TreeMap::new))
                .values()
                .stream()
                .collect(Collectors.partitioningBy(part -> part.name().equals(UsageAnswer.OTHERS)));
        return Breakdown.of(dimension, parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
    }

    private static Part part(Entry entry) {
        return new Part(
                entry.name(), orZero(entry.interactions()), orZero(entry.generations()), orZero(entry.locAdded()));
    }

    private static long orZero(@Nullable Long figure) {
        return figure == null ? 0 : figure;
    }

    private static Part together(Part one, Part other) {
        return new Part(
                one.name(),
                one.prompts() + other.prompts(),
                one.generations() + other.generations(),
                one.linesAdded() + other.linesAdded());
    }

    private static BreakdownTable table(Breakdown breakdown) {
        Dimension dimension = breakdown.dimension();
        List<Named> all = new ArrayList<>();
        breakdown.top().forEach(part -> all.add(new Named(name(dimension, part.name()), part)));
        Part rest = breakdown.rest();
        if (rest != null) {
            all.add(new Named("others", rest));
        }
        long largest = Math.max(1, all.stream().mapToLong(Named::activity).max().orElse(1));
        return new BreakdownTable(
                heading(dimension),
                dimension != Dimension.LANGUAGE,
                all.stream().map(named -> named.row(largest)).toList());
    }

    private record Named(String name, Part part) {
        long activity() {
            return part.prompts() + part.generations();
        }

        BreakdownTable.Row row(long largest) {
            return new BreakdownTable.Row(
                    name,
                    Numbers.count(part.prompts()),
                    Numbers.count(part.generations()),
                    Numbers.count(part.linesAdded()),
                    (int) Math.round(100.0 * activity() / largest));
        }
    }

    private static String heading(Dimension dimension) {
        return switch (dimension) {
            case LANGUAGE -> "Language";
            case EDITOR -> "Editor";
            case MODEL -> "Model";
            case FEATURE -> "Feature";
        };
    }

    private static String name(Dimension dimension, String name) {
        return switch (dimension) {
            case LANGUAGE -> name;
            case EDITOR -> SurfaceName.editor(name);
            case MODEL -> ModelName.of(name);
            case FEATURE -> FeatureNames.of(name);
        };
    }

    /** Adoption phases by week; a week in which one phase alone would be about too few people is left out. */
    @Nullable
    PhaseTable phases(long org, Period period, int least) {
        Map<LocalDate, List<PhaseDay>> byDay = usage.phases(org, period.first(), period.last()).stream()
                .collect(Collectors.groupingBy(PhaseDay::day, TreeMap::new, Collectors.toList()));
        List<Series.Row> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        byDay.forEach((day, phases) -> {
            List<Phase> shown =
                    PhaseGroups.of(phases.stream().map(SeriesPages::phase).toList(), least);
            List<String> shownNames = shown.stream().map(Phase::words).toList();
            boolean whole = shown.size() == phases.size()
                    && shown.stream().map(Phase::people).allMatch(Objects::nonNull);
            if (whole && (names.isEmpty() || names.equals(shownNames))) {
                names.clear();
                names.addAll(shownNames);
                rows.add(new Series.Row(
                        Dates.dayAndYear(day),
                        Dates.day(day),
                        shown.stream().map(phase -> Rows.count(phase.people())).toList(),
                        true));
            }
        });
        return rows.isEmpty() ? null : new PhaseTable(names, rows.reversed());
    }

    private static Phase phase(PhaseDay day) {
        return new Phase(day.number(), day.name(), day.people(), day.engaged());
    }
}
