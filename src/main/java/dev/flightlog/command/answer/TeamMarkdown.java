package dev.flightlog.command.answer;

import dev.flightlog.command.Outcome;
import dev.flightlog.directory.Team;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Sparkline;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.summary.TeamVisibility;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.TeamWeek;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Words a team's numbers and trend, or why there are none to be shown. Pure. */
final class TeamMarkdown {
    private static final int LONGEST_NAME = 60;
    private static final int WHOLE = 7;

    private TeamMarkdown() {}

    /** Hidden from everybody, admins among them; the words do not tell how many people it are. */
    static Reply hidden(TeamVisibility.@Nullable Reason reason, int least) {
        String why = reason == TeamVisibility.Reason.GIVES_AWAY_OTHERS
                ? "Together with other teams' numbers they would tell about fewer than " + least + " people."
                : "Numbers are shown for teams in which at least " + least + " people hold a seat.";
        return new Reply(
                Outcome.REFUSED,
                "This team's numbers are hidden.",
                why + " This holds for everybody, also for admins.");
    }

    /** @param weeks those that may be shown, oldest first */
    static Reply render(Team team, int seats, List<TeamWeek> weeks, int least) {
        String name = Markdown.text(team.name(), LONGEST_NAME);
        if (weeks.isEmpty()) {
            return Reply.answered(
                    name + ": " + Numbers.plural(seats, "person holds", "people hold") + " a seat.",
                    "There are no numbers of this time.");
        }
        TeamWeek latest = weeks.getLast();
        return Reply.answered(
                name + ": " + Numbers.plural(latest.active(), "active user") + " in " + latest.week() + ", "
                        + Numbers.plural(seats, "person holds", "people hold") + " a seat.",
                trend(weeks) + table(weeks, least) + notes(weeks));
    }

    private static String trend(List<TeamWeek> weeks) {
        return weeks.size() < 2
                ? ""
                : "Active users: "
                        + Sparkline.of(weeks.stream().map(TeamWeek::active).toList()) + " · AI credits: "
                        + Sparkline.of(weeks.stream().map(TeamWeek::credits).toList()) + "\n\n";
    }

    private static String table(List<TeamWeek> weeks, int least) {
        List<List<Cell>> rows = IntStream.iterate(weeks.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> row(weeks.get(i), i == 0 ? null : weeks.get(i - 1), least))
                .toList();
        return new Table(COLUMNS, rows).render();
    }

    private static final List<Column> COLUMNS = List.of(
            Column.left("Week"),
            Column.right("Active users"),
            Column.right("Change"),
            Column.right("Acceptance rate"),
            Column.right("Agent users"),
            Column.right("Chat users"),
            Column.right("CLI users"),
            Column.right("Lines added"),
            Column.right("AI credits"));

    private static List<Cell> row(TeamWeek week, @Nullable TeamWeek before, int least) {
        return List.of(
                Cell.ours(Dates.weekTitle(week.week().monday())
                        + (week.days() < WHOLE ? ", " + week.days() + " of 7 days" : "")),
                Cell.number(week.active()),
                change(week, before, least),
                week.completionsShown() == 0
                        ? Cell.NONE
                        : Cell.ours(Numbers.percent(week.completionsAccepted(), week.completionsShown())),
                Cell.number(week.agent()),
                Cell.number(week.chat()),
                Cell.number(week.cli()),
                Cell.number(week.linesAdded()),
                Cell.number(week.credits()));
    }

    /** Only between two weeks that follow each other and have the same days. */
    private static Cell change(TeamWeek week, @Nullable TeamWeek before, int least) {
        if (before == null || !before.week().next().equals(week.week()) || before.days() != week.days()) {
            return Cell.NONE;
        }
        boolean noise = Math.max(before.active(), week.active()) < least;
        return Cell.ours(
                noise
                        ? Numbers.signed((long) week.active() - before.active())
                        : Numbers.change(before.active(), week.active()));
    }

    private static String notes(List<TeamWeek> weeks) {
        String gaps = weeks.getFirst().week().next().equals(weeks.getLast().week()) || isUnbroken(weeks)
                ? ""
                : " Weeks that are not listed have no data, or may not be shown.";
        return "\nWho is in two teams counts in both; people are distinct people of the week." + gaps + "\n";
    }

    private static boolean isUnbroken(List<TeamWeek> weeks) {
        return IntStream.range(1, weeks.size())
                .allMatch(
                        i -> weeks.get(i - 1).week().next().equals(weeks.get(i).week()));
    }
}
