package dev.flightlog.web.usage;

import java.util.List;

/**
 * What was used by language, editor, model or feature.
 *
 * @param columns headings of the figures
 * @param note why figures are less than all; empty where they are not
 */
public record BreakdownTable(String title, List<String> columns, List<Row> rows, String note) {
    public BreakdownTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One name.
     *
     * @param share of the longest bar, 0 to 100
     */
    public record Row(String name, List<String> cells, int share) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
