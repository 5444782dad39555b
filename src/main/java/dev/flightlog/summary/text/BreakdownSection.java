package dev.flightlog.summary.text;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Languages, editors, models and features: the largest five of each, and the others in one row. */
final class BreakdownSection {
    private static final int MAX_NAME_LENGTH = 60;

    private BreakdownSection() {}

    /** @param threshold the policy's {@code privacy.min_team_size} */
    static String render(List<Breakdown> breakdowns, int threshold) {
        String tables = breakdowns.stream()
                .filter(breakdown -> !breakdown.top().isEmpty())
                .map(breakdown -> table(breakdown).render())
                .collect(Collectors.joining("\n"));
        String note = BreakdownWords.note(breakdowns, threshold).strip();
        return tables.isEmpty()
                ? ""
                : new Fold(
                                "Languages, editors, models, features",
                                note.isEmpty() ? tables : tables + "\n" + note + "\n")
                        .render();
    }

    private static Table table(Breakdown breakdown) {
        List<BreakdownWords.Column> counted = BreakdownWords.columns(breakdown);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left(BreakdownWords.heading(breakdown.dimension())));
        counted.forEach(column -> columns.add(Column.right(column.heading())));
        List<List<Cell>> rows = new ArrayList<>();
        breakdown
                .top()
                .forEach(part -> rows.add(row(
                        Cell.text(BreakdownWords.name(breakdown.dimension(), part), MAX_NAME_LENGTH), part, counted)));
        Part rest = breakdown.rest();
        if (rest != null) {
            rows.add(row(Cell.ours(BreakdownWords.others(breakdown, rest)), rest, counted));
        }
        return new Table(columns, rows).withoutEmptyColumns();
    }

    private static List<Cell> row(Cell name, Part part, List<BreakdownWords.Column> columns) {
        List<Cell> cells = new ArrayList<>();
        cells.add(name);
        columns.forEach(column -> cells.add(Cell.ours(column.cell(part))));
        return cells;
    }
}
