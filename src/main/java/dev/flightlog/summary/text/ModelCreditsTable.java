package dev.flightlog.summary.text;

import dev.flightlog.cost.ModelCredits;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.text.ModelName;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** AI credits by model, as posts and answers show them: the largest ten, and the others in one row. */
public final class ModelCreditsTable {
    private static final int MOST = 10;
    private static final int MAX_NAME_LENGTH = 60;

    private ModelCreditsTable() {}

    /** @param models most credits first */
    public static String render(List<ModelCredits> models) {
        BigDecimal all = sum(models);
        List<List<Cell>> rows = new ArrayList<>();
        models.stream().limit(MOST).forEach(model -> rows.add(row(name(model), model.credits(), all)));
        if (models.size() > MOST) {
            List<ModelCredits> others = models.subList(MOST, models.size());
            rows.add(row(Cell.ours(others.size() + (others.size() == 1 ? " other" : " others")), sum(others), all));
        }
        return new Table(List.of(Column.left("Model"), Column.right("AI credits"), Column.right("Share")), rows)
                        .render()
                + "\nAs GitHub's billing report counts them, the included credits too; its total may differ from the"
                + " estimate.\n";
    }

    private static Cell name(ModelCredits model) {
        return model.model().isBlank()
                ? Cell.ours("no model named")
                : Cell.text(ModelName.of(model.model()), MAX_NAME_LENGTH);
    }

    private static List<Cell> row(Cell name, BigDecimal credits, BigDecimal all) {
        return List.of(
                name,
                Cell.number(MoneyLine.whole(credits)),
                all.signum() == 0 ? Cell.NONE : Cell.ours(Numbers.percent(credits.doubleValue() / all.doubleValue())));
    }

    private static BigDecimal sum(List<ModelCredits> models) {
        return models.stream().map(ModelCredits::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
