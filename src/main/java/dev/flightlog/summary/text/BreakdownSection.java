package dev.flightlog.summary.text;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.seat.SurfaceName;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import dev.flightlog.text.ModelName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Languages, editors, models and features: the largest five of each, and the others in one row. */
final class BreakdownSection {
    private static final int MAX_NAME_LENGTH = 60;

    private BreakdownSection() {}

    static String render(List<Breakdown> breakdowns) {
        String tables = breakdowns.stream()
                .filter(breakdown -> !breakdown.top().isEmpty())
                .map(breakdown -> table(breakdown).render())
                .collect(Collectors.joining("\n"));
        return tables.isEmpty() ? "" : new Fold("Languages, editors, models, features", tables).render();
    }

    private static Table table(Breakdown breakdown) {
        List<List<Cell>> rows = new ArrayList<>();
        breakdown.top().forEach(part -> rows.add(row(breakdown.dimension(), name(breakdown.dimension(), part), part)));
        Part rest = breakdown.rest();
        if (rest != null) {
            rows.add(row(breakdown.dimension(), Cell.ours(others(breakdown.others(), rest)), rest));
        }
        return new Table(columns(breakdown.dimension()), rows).withoutEmptyColumns();
    }

    /** Without a number where GitHub itself counts some of them together. */
    private static String others(int values, Part rest) {
        return rest.isOthers() ? "others" : values + (values == 1 ? " other" : " others");
    }

    /** GitHub counts no prompts by language. */
    private static List<Column> columns(Dimension dimension) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left(heading(dimension)));
        if (dimension != Dimension.LANGUAGE) {
            columns.add(Column.right("Prompts"));
        }
        columns.add(Column.right("Generations"));
        columns.add(Column.right("Lines added"));
        return columns;
    }

    private static List<Cell> row(Dimension dimension, Cell name, Part part) {
        List<Cell> cells = new ArrayList<>();
        cells.add(name);
        if (dimension != Dimension.LANGUAGE) {
            cells.add(Cell.number(part.prompts()));
        }
        cells.add(Cell.number(part.generations()));
        cells.add(Cell.number(part.linesAdded()));
        return cells;
    }

    private static String heading(Dimension dimension) {
        return switch (dimension) {
            case LANGUAGE -> "Language";
            case EDITOR -> "Editor";
            case MODEL -> "Model";
            case FEATURE -> "Feature";
        };
    }

    private static Cell name(Dimension dimension, Part part) {
        return switch (dimension) {
            case LANGUAGE -> Cell.text(part.name(), MAX_NAME_LENGTH);
            case EDITOR -> Cell.text(SurfaceName.editor(part.name()), MAX_NAME_LENGTH);
            case MODEL -> Cell.text(ModelName.of(part.name()), MAX_NAME_LENGTH);
            case FEATURE -> Cell.text(FeatureNames.of(part.name()), MAX_NAME_LENGTH);
        };
    }
}
