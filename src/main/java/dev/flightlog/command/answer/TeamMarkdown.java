package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.Outcome;
import dev.flightlog.directory.Team;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Sparkline;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.privacy.Figure;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Words a team's numbers and trend, or why there are none to be shown. Pure. */
public final class TeamMarkdown {
    private static final int MAX_NAME_LENGTH = 60;
    private static final int WHOLE = 7;

    private TeamMarkdown() {}

    /** Hidden from everyone, admins included. The text must not reveal the team's size. */
    public static Reply hidden(TeamVisibility.@Nullable Reason reason, int min) {
        String why = reason == null
                ? tooSmall(min)
                : switch (reason) {
                    case GIVES_AWAY_OTHERS ->
                        "With the numbers of its child teams or of others subtracted, they would reveal fewer than "
                                + min + " people.";
                    case SECRET -> "It is a secret team on GitHub, and every reader of this repository would see them.";
                    case TOO_SMALL, SHOWN -> tooSmall(min);
                };
        return new Reply(
                Outcome.REFUSED,
                "This team's numbers are hidden.",
                why + " This holds for everybody, also for admins.");
    }

    private static String tooSmall(int min) {
        return "Numbers are shown for teams in which at least " + min + " people hold a seat.";
    }

    /**
     * @param weeks those that may be shown, oldest first
     * @param page where the team's page is
     */
    static Reply render(Team team, int seats, List<ShownTeamWeek> weeks, int min, String page) {
        String name = Markdown.text(team.name(), MAX_NAME_LENGTH);
        if (weeks.isEmpty()) {
            return Reply.answered(
                    name + ": " + Numbers.plural(seats, "person holds", "people hold") + " a seat.",
                    "There are no numbers of this time.");
        }
        ShownTeamWeek latest = weeks.getLast();
        return Reply.answered(
                name + ": "
                        + latest.active().text(active -> Numbers.count(active))
                        + (Integer.valueOf(1).equals(latest.active().orNull()) ? " active user" : " active users")
                        + " in " + latest.week() + (latest.days() < WHOLE ? " (" + latest.days() + " of 7 days)" : "")
                        + ", "
                        + Numbers.plural(seats, "person holds", "people hold") + " a seat.",
                trend(weeks)
                        + table(weeks, min)
                        + notes(weeks)
                        + "\nWhich languages, editors, models and features it uses: " + page + "\n");
    }

    private static String trend(List<ShownTeamWeek> weeks) {
        return weeks.size() < 2
                ? ""
                : "Active users: "
                        + trend(weeks, ShownTeamWeek::active) + " · AI credits: "
                        + trend(weeks, ShownTeamWeek::credits) + "\n\n";
    }

    private static String trend(
            List<ShownTeamWeek> weeks, Function<ShownTeamWeek, ? extends Figure<? extends Number>> value) {
        Map<IsoWeek, ShownTeamWeek> byWeek =
                weeks.stream().collect(Collectors.toMap(ShownTeamWeek::week, week -> week));
        List<@Nullable Number> values = new ArrayList<>();
        IsoWeek last = weeks.getLast().week();
        for (IsoWeek week = weeks.getFirst().week(); week.compareTo(last) <= 0; week = week.next()) {
            ShownTeamWeek known = byWeek.get(week);
            values.add(
                    known == null || known.days() < WHOLE
                            ? null
                            : value.apply(known).orNull());
        }
        return Sparkline.of(values);
    }

    private static String table(List<ShownTeamWeek> weeks, int min) {
        List<List<Cell>> rows = IntStream.iterate(weeks.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> row(weeks.get(i), i == 0 ? null : weeks.get(i - 1), min))
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

    private static List<Cell> row(ShownTeamWeek week, @Nullable ShownTeamWeek before, int min) {
        return List.of(
                Cell.ours(Dates.weekTitle(week.week().monday())
                        + (week.days() < WHOLE ? ", " + week.days() + " of 7 days" : "")),
                number(week.active()),
                change(week, before, min),
                Cell.ours(week.acceptanceRate()),
                number(week.agent()),
                number(week.chat()),
                number(week.cli()),
                number(week.linesAdded()),
                number(week.credits()));
    }

    private static Cell number(Figure<? extends Number> figure) {
        return Cell.ours(figure.text(number -> Numbers.count(number.longValue())));
    }

    /** Only between two weeks that follow each other and have the same days. */
    private static Cell change(ShownTeamWeek week, @Nullable ShownTeamWeek before, int min) {
        Integer now = week.active().orNull();
        Integer more = before == null || !before.week().next().equals(week.week()) ? null : week.moreActiveThan(before);
        if (now == null || more == null) {
            return Cell.NONE;
        }
        return Cell.ours(Numbers.changeOfPeople(now - more, now, min));
    }

    private static String notes(List<ShownTeamWeek> weeks) {
        String gaps = weeks.getFirst().week().next().equals(weeks.getLast().week()) || isUnbroken(weeks)
                ? ""
                : " Weeks that are not listed have no data, or may not be shown.";
        return "\nA person in two teams counts in both; people are distinct people of the week." + gaps + "\n";
    }

    private static boolean isUnbroken(List<ShownTeamWeek> weeks) {
        return IntStream.range(1, weeks.size())
                .allMatch(
                        i -> weeks.get(i - 1).week().next().equals(weeks.get(i).week()));
    }
}
