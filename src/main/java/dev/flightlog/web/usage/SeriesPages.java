package dev.flightlog.web.usage;

import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatDayStore;
import dev.flightlog.seat.SeatMovesOfDay;
import dev.flightlog.seat.SeatMovesStore;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Part;
import dev.flightlog.summary.Phase;
import dev.flightlog.summary.count.PhaseGroups;
import dev.flightlog.summary.count.SummaryStore;
import dev.flightlog.summary.text.BreakdownWords;
import dev.flightlog.text.Dates;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The organization's usage over a period, as tables that charts are drawn over. */
@Singleton
class SeriesPages {
    private final UsageSeriesStore usage;
    private final SeatMovesStore moves;
    private final SeatDayStore listings;
    private final ShownPoints points;
    private final SummaryStore summaries;
    private final VisibleTeams visible;

    SeriesPages(
            UsageSeriesStore usage,
            SeatMovesStore moves,
            SeatDayStore listings,
            ShownPoints points,
            SummaryStore summaries,
            VisibleTeams visible) {
        this.summaries = summaries;
        this.visible = visible;
        this.usage = usage;
        this.moves = moves;
        this.listings = listings;
        this.points = points;
    }

    /** Every figure of the organization by day, week or month. */
    Series organization(long org, Period period, int threshold, @Nullable Long creditsIncluded) {
        Map<LocalDate, SeatMovesOfPeriod> seats = seats(org, period);
        List<Series.Row> rows = points.organization(org, period, threshold).reversed().stream()
                .map(point -> row(period.step(), point, seats.get(point.first())))
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
        boolean moved = seats.values().stream().anyMatch(SeatMovesOfPeriod::any);
        List<Series.Chart> charts = new ArrayList<>(List.of(
                new Series.Chart("Active users", "distinct people", "line", "1", ""),
                new Series.Chart("Acceptance rate", "of code completions", "line", "2", " %"),
                new Series.Chart("What they used", "distinct people", "line", "3 4 5 6 7", ""),
                new Series.Chart("AI credits", pool(creditsIncluded), "bar", "9", ""),
                new Series.Chart("Lines added", "agents included", "bar", "8", "")));
        if (moved) {
            charts.add(new Series.Chart("Seats given and ended", "from one listing to the next", "bar", "10 11", ""));
        }
        return new Series(words(period.step()) + "s, " + period.words(), columns, rows, charts, note(period.step()));
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

    private static String note(Period.Step step) {
        return step == Period.Step.MONTH
                ? note()
                        + " Rate and lines of a month are those of the days that may be shown; its people are shown"
                        + " where on none of its days too few were active."
                : note();
    }

    static String note() {
        return "People are distinct people of the row, so rows do not add up."
                + " – means that nothing was offered, or that it is not known or would reveal too few people. A"
                + " row that is not listed has no data, or its data have just changed and what may be shown is decided"
                + " within a few minutes.";
    }

    /** Only of days, weeks and months in which seats were listed: without a listing it is not known what moved. */
    private Map<LocalDate, SeatMovesOfPeriod> seats(long org, Period period) {
        Period whole = period.whole();
        LocalDate begin = listings.first(org);
        Map<LocalDate, SeatMovesOfPeriod> byStart = new TreeMap<>();
        for (SeatDay day : listings.between(org, whole.first(), whole.last())) {
            byStart.merge(
                    Rows.start(period.step(), day.day()),
                    new SeatMovesOfPeriod(0, 0, day.day().equals(begin)),
                    SeatMovesOfPeriod::plus);
        }
        for (SeatMovesOfDay day : moves.between(org, whole.first(), whole.last())) {
            byStart.merge(
                    Rows.start(period.step(), day.day()),
                    new SeatMovesOfPeriod(day.given(), day.ended(), false),
                    SeatMovesOfPeriod::plus);
        }
        return byStart;
    }

    /**
     * Seats given and ended.
     *
     * @param begins whether the first listing ever is in it, so that what moved before is not known
     */
    private record SeatMovesOfPeriod(int given, int ended, boolean begins) {
        SeatMovesOfPeriod plus(SeatMovesOfPeriod more) {
            return new SeatMovesOfPeriod(given + more.given, ended + more.ended, begins || more.begins);
        }

        boolean any() {
            return given + ended > 0;
        }

        String words(int count) {
            return !begins ? Numbers.count(count) : count == 0 ? Numbers.NONE : "at least " + Numbers.count(count);
        }
    }

    private static Series.Row row(Period.Step step, ShownPoints.Point point, @Nullable SeatMovesOfPeriod seats) {
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
                        seats == null ? Numbers.NONE : seats.words(seats.given()),
                        seats == null ? Numbers.NONE : seats.words(seats.ended())),
                Rows.whole(step, point.first(), point.days()));
    }

    /**
     * Languages, editors, models and features of the period, the largest five of each: as in the weekly post, sums of what
     * each day may show.
     */
    List<BreakdownTable> breakdowns(long org, Period period, int threshold) {
        Map<LocalDate, Suppressed> days = visible.organizationOn(org, period.first(), period.last(), threshold);
        return summaries
                .breakdowns(
                        org,
                        period.first(),
                        period.last(),
                        day -> days.getOrDefault(day, Suppressed.everything(threshold)))
                .stream()
                .filter(breakdown -> !breakdown.top().isEmpty())
                .map(breakdown -> table(breakdown, threshold))
                .toList();
    }

    private static BreakdownTable table(Breakdown breakdown, int threshold) {
        List<BreakdownWords.Column> columns = BreakdownWords.columns(breakdown);
        List<Part> parts = new ArrayList<>(breakdown.top());
        List<String> names = new ArrayList<>(breakdown.top().stream()
                .map(part -> BreakdownWords.name(breakdown.dimension(), part))
                .toList());
        Part rest = breakdown.rest();
        if (rest != null) {
            parts.add(rest);
            names.add(BreakdownWords.others(breakdown, rest));
        }
        long largest = Math.max(
                1, parts.stream().mapToLong(SeriesPages::activity).max().orElse(1));
        return new BreakdownTable(
                BreakdownWords.heading(breakdown.dimension()),
                columns.stream().map(BreakdownWords.Column::heading).toList(),
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new BreakdownTable.Row(
                                names.get(i),
                                columns.stream()
                                        .map(column -> column.cell(parts.get(i)))
                                        .toList(),
                                (int) Math.round(100.0 * activity(parts.get(i)) / largest)))
                        .toList(),
                BreakdownWords.note(List.of(breakdown), threshold).strip());
    }

    private static long activity(Part part) {
        return part.prompts() + part.generations();
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
