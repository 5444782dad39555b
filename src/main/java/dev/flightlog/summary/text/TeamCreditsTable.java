package dev.flightlog.summary.text;

import dev.flightlog.cost.TeamCredits;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.text.Numbers;
import java.util.List;

/** A month's AI credits by team, as answers and the alert show them: the largest twenty, and how many are not shown. */
public final class TeamCreditsTable {
    private static final int MOST = 20;
    private static final int MAX_NAME_LENGTH = 60;

    private TeamCreditsTable() {}

    /** Markdown with a table, or a sentence where no team may be shown. */
    public static String render(TeamCredits teams) {
        if (teams.shown().isEmpty()) {
            return ("No team's credits may be shown. " + note(teams)).strip() + "\n";
        }
        List<List<Cell>> rows = teams.shown().stream()
                .limit(MOST)
                .map(team -> List.of(
                        Cell.text(team.name(), MAX_NAME_LENGTH),
                        Cell.ours(credits(team)),
                        Cell.ours(team.days() + " of " + team.daysWithData())))
                .toList();
        int more = teams.shown().size() - rows.size();
        return new Table(List.of(Column.left("Team"), Column.right("AI credits"), Column.right("Days counted")), rows)
                        .render()
                + (more == 0 ? "" : "\n" + Numbers.plural(more, "more team") + " not listed here.\n") + "\n"
                + note(teams)
                + "\n";
    }

    /** "7,466", "at least 7,466" where days are not counted, – where they are most of the month's. */
    public static String credits(TeamCredits.Team team) {
        if (team.saysNothing()) {
            return Numbers.NONE;
        }
        return (team.lacksDays() ? "at least " : "") + Numbers.count(MoneyLine.whole(team.credits()));
    }

    /** Not how many teams are hidden in all, which posts say: those without any use in the month are not counted. */
    private static String unlisted(TeamCredits teams, String more) {
        return teams.hidden() == 1
                ? "1 " + more + "team has data in this month and no day whose credits may be shown"
                : Numbers.count(teams.hidden()) + " " + more
                        + "teams have data in this month and no day whose credits may be shown";
    }

    /** What the list does not show, and how it is sorted. Plain text without names. */
    public static String note(TeamCredits teams) {
        if (teams.shown().isEmpty()) {
            return teams.hidden() == 0 ? "" : unlisted(teams, "") + ".";
        }
        boolean lacking = teams.shown().stream().anyMatch(TeamCredits.Team::lacksDays);
        return (teams.hidden() == 0
                        ? ""
                        : unlisted(teams, "more ") + "; they may have used more than any team listed. ")
                + "Who is in two teams counts in both."
                + (lacking
                        ? " Days are left out on which a team's credits would say too much of single people; these may"
                                + " be the days on which it used most. So only teams with all days are sorted by"
                                + " credits; those that lack days follow by name, and cannot be compared."
                        : "");
    }
}
