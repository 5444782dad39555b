package dev.flightlog.web;

import java.util.List;

/**
 * Figures over time: a table, newest first, and the charts that are drawn from it.
 *
 * @param columns the first is the day, week or month
 */
public record Series(String title, List<Column> columns, List<Row> rows, List<Chart> charts, String note) {
    public Series {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        charts = List.copyOf(charts);
    }

    /**
     * One day, week or month.
     *
     * @param brief its name on an axis
     * @param whole whether all its days have data; charts leave others out, which would look like a fall
     */
    public record Row(String label, String brief, List<String> cells, boolean whole) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A chart over some columns.
     *
     * @param kind line, bar or stack
     * @param columns their numbers, the first after the row's name is 1
     * @param unit the unit after a value
     */
    public record Chart(String title, String note, String kind, String columns, String unit) {}
}
