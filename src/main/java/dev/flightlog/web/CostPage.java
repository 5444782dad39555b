package dev.flightlog.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Copilot costs.
 *
 * @param note what the figures rest on
 * @param idle what is spent on idle seats
 * @param idlePath their list; null where none is idle
 * @param saving on what it depends whether giving them back saves anything
 * @param budgets the policy's budgets; null where it sets none
 * @param models AI credits of the running month by model
 */
public record CostPage(
        String sentence,
        String note,
        List<Figure> figures,
        Content idle,
        @Nullable String idlePath,
        String saving,
        @Nullable Content budgets,
        List<Series.Row> months,
        List<Fact> models)
        implements Page {
    @Override
    public String template() {
        return "cost.jte";
    }
}
