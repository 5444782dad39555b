package dev.flightlog.summary.text;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.summary.ActiveDay;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Active users by day: the post's one chart, and its table for mail and telephones, which draw no charts. */
final class ActivitySection {
    private static final int MIN_CHART_DAYS = 7;
    /** Two weeks: the dates of so many days fit side by side. */
    private static final int MAX_DAYS_BY_NAME = 14;

    /** Enough for the 56 days of eight weeks. */
    private static final int LABEL_BITS = 6;

    private static final String GAPS =
            "– is a day that is not known, or on which fewer people than may be shown were active; the chart has no bar"
                    + " there.\n\n";

    private ActivitySection() {}

    static String render(WeeklySummary summary) {
        if (summary.activeDays().isEmpty()) {
            return "";
        }
        List<ActiveDay> days = summary.activeDays();
        String chart = days.size() < MIN_CHART_DAYS || highest(days) == 0 ? "" : chart(days) + "\n";
        return new Fold("Active users by day", chart + (hasGaps(days) ? GAPS : "") + table(summary)).render();
    }

    private static boolean hasGaps(List<ActiveDay> days) {
        LocalDate last = days.getLast().day();
        return days.getFirst().day().plusDays(days.size() - 1L).isBefore(last);
    }

    /**
     * A bar for each day, so that a day which is not known or may not be shown is a gap: mermaid would draw a line through
     * it. The blue has at least 3 : 1 contrast on white, on GitHub's dark background and on mermaid's own.
     */
    private static String chart(List<ActiveDay> days) {
        LocalDate first = days.getFirst().day();
        LocalDate last = days.getLast().day();
        Map<LocalDate, Integer> byDay = days.stream().collect(Collectors.toMap(ActiveDay::day, ActiveDay::activeUsers));
        List<LocalDate> all = first.datesUntil(last.plusDays(1)).toList();
        String span = Dates.span(first, last);
        String axis = IntStream.range(0, all.size())
                .mapToObj(index -> '"' + label(all.get(index), index, all.size()) + '"')
                .collect(Collectors.joining(", "));
        int gap = belowTheAxis(highest(days));
        String values = all.stream()
                .map(day -> String.valueOf(byDay.getOrDefault(day, gap)))
                .collect(Collectors.joining(", "));
        return """
            ```mermaid
            %%%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2f81f7"}}}}%%%%
            xychart-beta
                title "Active users by day, %s"
                x-axis [%s]
                y-axis "People" 0 --> %d
                bar [%s]
            ```
            """.formatted(span, axis, highest(days), values);
    }

    /** Mermaid knows no missing value, and draws a low bar for 0: what lies below the axis is not drawn. */
    private static int belowTheAxis(int highest) {
        return -Math.ceilDiv(highest, 10);
    }

    /**
     * Mondays by their date, and every day where they are few. Mermaid draws days of one label at one place and cuts white
     * space away, so that every other day has a label of its own that cannot be seen.
     */
    private static String label(LocalDate day, int index, int days) {
        if (days <= MAX_DAYS_BY_NAME || day.getDayOfWeek() == DayOfWeek.MONDAY) {
            return Dates.day(day);
        }
        return IntStream.range(0, LABEL_BITS)
                .mapToObj(bit -> (index >> bit & 1) == 0 ? "\u200B" : "\u200C")
                .collect(Collectors.joining());
    }

    private static int highest(List<ActiveDay> days) {
        return days.stream().mapToInt(ActiveDay::activeUsers).max().orElse(0);
    }

    private static String table(WeeklySummary summary) {
        Map<LocalDate, Integer> byDay =
                summary.activeDays().stream().collect(Collectors.toMap(ActiveDay::day, ActiveDay::activeUsers));
        List<List<Cell>> rows = summary.trendWeeks()
                .filter(week -> week.days().anyMatch(byDay::containsKey))
                .map(week -> row(week, byDay))
                .toList();
        return new Table(COLUMNS, rows).render();
    }

    private static final List<Column> COLUMNS = Stream.concat(
                    Stream.of(Column.left("Week")),
                    Stream.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").map(Column::right))
            .toList();

    private static List<Cell> row(IsoWeek week, Map<LocalDate, Integer> byDay) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.ours(Dates.span(week.monday(), week.sunday())));
        week.days().map(byDay::get).forEach(users -> cells.add(users == null ? Cell.NONE : Cell.number(users)));
        return cells;
    }
}
