package dev.flightlog.summary.text;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.summary.WeeklySummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GitHub's adoption phases on the last day of the week. */
final class PhasesSection {
    private PhasesSection() {}

    static String render(WeeklySummary summary) {
        if (summary.phases().isEmpty()) {
            return "";
        }
        List<List<Cell>> rows = summary.phases().stream()
                .map(phase -> List.of(Cell.text(phase.words()), number(phase.people()), number(phase.engaged())))
                .toList();
        Table table = new Table(
                List.of(
                        Column.left("Phase"),
                        Column.right("People, last 28 days"),
                        Column.right("Active on the last day")),
                rows);
        return new Fold(
                        "Adoption phases",
                        table.render()
                                + "\nA feature counts for a phase when somebody used it on at least 2 of the last 28"
                                + " days." + together(summary) + "\n")
                .render();
    }

    private static String together(WeeklySummary summary) {
        return summary.phases().stream().allMatch(phase -> phase.number() != null)
                ? ""
                : " Phases are shown together where one alone would be about fewer than "
                        + summary.provenance().minTeamSize() + " people.";
    }

    private static Cell number(@Nullable Integer number) {
        return number == null ? Cell.NONE : Cell.number(number);
    }
}
