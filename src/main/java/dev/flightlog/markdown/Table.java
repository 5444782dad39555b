package dev.flightlog.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of GitHub's markdown in which every row has as many cells as there are columns. */
public record Table(List<Column> columns, List<List<Cell>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns must not be empty");
        }
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "row must have " + columns.size() + " cells, but has " + row.size() + ": " + row);
            }
        }
    }

    /** A column's heading and the alignment of its cells. */
    public record Column(String heading, Side side) {
        /** For words. */
        public static Column left(String heading) {
            return new Column(heading, Side.LEFT);
        }

        /** For numbers. */
        public static Column right(String heading) {
            return new Column(heading, Side.RIGHT);
        }
    }

    /** The alignment of a column's cells. */
    public enum Side {
        LEFT("---"),
        RIGHT("--:");

        private final String delimiter;

        Side(String delimiter) {
            this.delimiter = delimiter;
        }
    }

    /** A table without rows yet. */
    public static Table of(Column... columns) {
        return new Table(List.of(columns), List.of());
    }

    /** This table with one more row. */
    public Table row(Cell... cells) {
        return rows(List.of(List.of(cells)));
    }

    /** This table with more rows. */
    public Table rows(List<List<Cell>> more) {
        var all = new ArrayList<>(rows);
        all.addAll(more);
        return new Table(columns, all);
    }

    /** This table without columns that hold nothing but zeros and gaps; the first, which names the rows, stays. */
    public Table withoutEmptyColumns() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(column -> column == 0 || rows.isEmpty() || rows.stream().anyMatch(row -> says(row.get(column))))
                .boxed()
                .toList();
        return new Table(
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    private static boolean says(Cell cell) {
        return !cell.toString().equals("0") && !cell.toString().equals(Cell.NONE.toString());
    }

    /** The table's lines, each ending in a line break. It needs an empty line before it. */
    public String render() {
        var out = new StringBuilder();
        line(
                out,
                columns.stream().map(column -> Markdown.text(column.heading())).toList());
        line(out, columns.stream().map(column -> column.side().delimiter).toList());
        rows.forEach(row -> line(out, row.stream().map(Cell::toString).toList()));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
