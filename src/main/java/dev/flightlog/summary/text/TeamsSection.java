package dev.flightlog.summary.text;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.TeamFigures;
import dev.flightlog.summary.TeamFigures.Team;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Teams in the order of their names, as many as there is room for, and how many are hidden. */
final class TeamsSection {
    private static final int MAX_NAME_LENGTH = 60;

    private TeamsSection() {}

    /** The fold in at most {@code room} characters; empty where the organization has no teams. */
    static String render(WeeklySummary summary, int room) {
        TeamFigures teams = summary.teams();
        if (teams.shown().isEmpty() && teams.hidden() == 0) {
            return "";
        }
        List<List<Cell>> rows =
                teams.shown().stream().map(team -> row(summary, team)).toList();
        return fold(summary, rows.subList(0, fitting(summary, rows, room)));
    }

    private static int fitting(WeeklySummary summary, List<List<Cell>> rows, int room) {
        int left = room - fold(summary, List.of()).length();
        int fitting = 0;
        while (fitting < rows.size() && left - length(rows.get(fitting)) >= 0) {
            left -= length(rows.get(fitting++));
        }
        return fitting;
    }

    private static int length(List<Cell> row) {
        return row.stream().mapToInt(cell -> cell.toString().length() + 3).sum() + 2;
    }

    private static String fold(WeeklySummary summary, List<List<Cell>> rows) {
        TeamFigures teams = summary.teams();
        int cut = teams.shown().size() - rows.size();
        String table = teams.shown().isEmpty()
                ? ""
                : new Table(columns(teams), rows).withoutEmptyColumns().render() + "\n";
        String more = cut == 0
                ? ""
                : "… " + Numbers.plural(cut, "more team")
                        + ", cut at GitHub's limit for the length of a post: "
                        + summary.provenance().command("teams") + " or the API has them all.\n\n";
        return new Fold(heading(teams) + daysKnown(summary), table + more + hidden(summary) + notes(summary)).render();
    }

    private static List<Column> columns(TeamFigures teams) {
        return Stream.of(
                        Stream.of(
                                Column.left("Team"), Column.right("People with a seat"), Column.right("Active users")),
                        anyPast(teams) ? Stream.of(Column.right("Change")) : Stream.<Column>empty(),
                        Stream.of(
                                Column.right("Acceptance rate"),
                                Column.right("Agent users"),
                                Column.right("AI credits")))
                .flatMap(part -> part)
                .toList();
    }

    /** In a first week there is nothing to compare with, and no column for it. */
    private static boolean anyPast(TeamFigures teams) {
        return teams.shown().stream().anyMatch(team -> team.activeLastWeek() != null);
    }

    private static String heading(TeamFigures teams) {
        String shown = Numbers.plural(teams.shown().size(), "team");
        if (teams.hidden() == 0) {
            return shown;
        }
        return teams.shown().isEmpty() ? hiddenTeams(teams) : shown + " shown, " + hiddenTeams(teams);
    }

    /** Where the table has fewer days than the post. */
    private static String daysKnown(WeeklySummary summary) {
        int unknown = summary.coverage().daysWithoutTeams().size();
        return unknown == 0
                ? ""
                : ", " + CoverageNote.daysOf(summary.coverage().days().size() - unknown);
    }

    private static String unknownDays(WeeklySummary summary) {
        List<LocalDate> unknown = summary.coverage().daysWithoutTeams();
        return unknown.isEmpty()
                ? ""
                : "Who was in which team on " + CoverageNote.list(unknown) + " is not known: "
                        + (unknown.size() == 1 ? "that day is" : "those days are") + " not in the numbers of teams. ";
    }

    private static String hiddenTeams(TeamFigures teams) {
        return Numbers.plural(teams.hidden(), "team") + " hidden";
    }

    private static String hidden(WeeklySummary summary) {
        if (summary.teams().hidden() == 0) {
            return "";
        }
        return switch (summary.seatsKnown()) {
            case SeatsKnown.NeverRead never -> SeatWords.noTeams(never) + "\n\n";
            case SeatsKnown.Fresh _, SeatsKnown.AsOf _ -> whyHidden(summary) + "\n\n";
            case SeatsKnown.NotOfThatTime _ ->
                whyHidden(summary) + " How many people of a team held one in that week is not known.\n\n";
        };
    }

    private static String whyHidden(WeeklySummary summary) {
        return hiddenTeams(summary.teams()) + ". A team is hidden when fewer than "
                + summary.provenance().minTeamSize()
                + " people in it hold a seat, or when its numbers would reveal such a group.";
    }

    private static String notes(WeeklySummary summary) {
        return summary.teams().shown().isEmpty()
                ? ""
                : unknownDays(summary)
                        + "A person in two teams counts in both, so teams do not add up to the organization. A figure of fewer"
                        + " than "
                        + summary.provenance().minTeamSize()
                        + " people, or that would reveal them, is not shown.\n";
    }

    private static List<Cell> row(WeeklySummary summary, Team team) {
        Double rate = team.acceptanceRate();
        return Stream.of(
                        Stream.of(
                                Cell.text(team.name(), MAX_NAME_LENGTH),
                                seats(team),
                                Cell.ours(team.active().text(Numbers::count))),
                        anyPast(summary.teams()) ? Stream.of(change(summary, team)) : Stream.<Cell>empty(),
                        Stream.of(
                                rate == null ? Cell.NONE : Cell.ours(Numbers.percent(rate)),
                                Cell.ours(team.agent().text(Numbers::count)),
                                credits(team)))
                .flatMap(part -> part)
                .toList();
    }

    private static Cell change(WeeklySummary summary, Team team) {
        Integer before = team.activeLastWeek();
        Integer active = team.activeUsers();
        if (before == null || active == null) {
            return Cell.NONE;
        }
        return Cell.ours(
                Numbers.changeOfPeople(before, active, summary.provenance().minTeamSize()));
    }

    private static Cell seats(Team team) {
        Integer held = team.seats();
        return held == null ? Cell.NONE : Cell.number(held);
    }

    private static Cell credits(Team team) {
        BigDecimal used = team.aiCredits();
        return used == null ? Cell.NONE : Cell.number(MoneyLine.whole(used));
    }
}
