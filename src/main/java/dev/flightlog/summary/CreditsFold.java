package dev.flightlog.summary;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import java.util.List;

/** AI credits by model, where GitHub tells. */
final class CreditsFold {
    private static final int LONGEST_NAME = 60;

    private CreditsFold() {}

    static String render(CreditFigures credits) {
        if (credits.byModel().isEmpty()) {
            return "";
        }
        List<List<Cell>> rows = credits.byModel().stream()
                .map(model ->
                        List.of(Cell.text(model.model(), LONGEST_NAME), Cell.number(MoneyLine.whole(model.credits()))))
                .toList();
        return new Fold(
                        "AI credits by model, this month",
                        new Table(List.of(Column.left("Model"), Column.right("AI credits")), rows).render())
                .render();
    }
}
