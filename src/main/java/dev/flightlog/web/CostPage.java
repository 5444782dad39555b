package dev.flightlog.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Copilot costs.
 *
 * @param note what the figures rest on
 * @param idle what giving back idle seats would save
 * @param idlePath their list; null where none is idle
 * @param saving on what it depends whether giving them back saves anything
 * @param budgets the policy's budgets; null where it sets none
 * @param gitHubBudgets how much of the pool and of GitHub's budgets is used, and the budgets that owners set there
 * @param models AI credits of the running month by model
 * @param teams the same by team, as far as it may be shown
 * @param teamsNote how many teams are not shown; empty for none
 * @param people the same by person; empty where nobody may be named
 * @param morePeople how many people are left out; empty for none
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
        Content gitHubBudgets,
        List<Fact> models,
        List<TeamRow> teams,
        String teamsNote,
        List<Fact> people,
        String morePeople)
        implements Page {
    /** @param days how many of the month's days with data are counted */
    public record TeamRow(String slug, String name, String credits, String days) {}

    @Override
    public String template() {
        return "cost.jte";
    }
}
