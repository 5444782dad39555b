package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.parse.Command;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words the list of teams, and how many are hidden. Pure. */
public final class TeamsMarkdown {
    private static final int MAX_NAME_LENGTH = 60;

    private TeamsMarkdown() {}

    /** @param rows of this week and the one before, of teams that may be shown in it */
    static Reply render(Command.Teams.Sort sort, IsoWeek week, List<ShownTeamWeek> rows, int hidden, int min) {
        List<Compared> teams = compared(sort, week, rows);
        String table = teams.isEmpty()
                ? ""
                : new Table(COLUMNS, teams.stream().map(team -> row(team, min)).toList()).render() + "\n";
        return Reply.answered(
                Numbers.plural(teams.size(), "team") + " in " + title(week, teams) + ", "
                        + Numbers.plural(hidden, "team") + " hidden.",
                table + notes(hidden, min));
    }

    /** The asker's own teams; one that may not be shown is counted only. */
    static Reply own(int teams, IsoWeek week, List<ShownTeamWeek> rows, int min, String prefix) {
        List<Compared> shown = compared(Command.Teams.Sort.ACTIVE, week, rows);
        String sentence = "You are in " + Numbers.plural(teams, "team") + ".";
        int hidden = teams - shown.size();
        if (shown.isEmpty()) {
            return Reply.answered(sentence, "None of them has numbers that may be shown. " + whyHidden(min) + "\n");
        }
        return Reply.answered(
                sentence,
                "Numbers of " + title(week, shown) + ":\n\n"
                        + new Table(
                                        COLUMNS,
                                        shown.stream()
                                                .map(team -> row(team, min))
                                                .toList())
                                .render()
                        + "\nTrend of one: "
                        + Markdown.code(
                                prefix + " team " + shown.getFirst().now().slug()) + ". "
                        + (hidden == 0 ? "" : Numbers.plural(hidden, "team") + " hidden. " + whyHidden(min) + " ")
                        + "A person in two teams counts in both.\n");
    }

    /** The week, and of how many days it is counted where days are missing. */
    private static String title(IsoWeek week, List<Compared> teams) {
        int days = teams.stream().mapToInt(team -> team.now().days()).max().orElse(7);
        return Dates.weekTitle(week.monday()) + (days < 7 ? ", " + days + " of 7 days" : "");
    }

    private static String whyHidden(int min) {
        return "Hidden are teams with fewer than " + min
                + " people with a seat, and teams whose numbers would reveal such" + " a group.";
    }

    private static List<Compared> compared(Command.Teams.Sort sort, IsoWeek week, List<ShownTeamWeek> rows) {
        Map<Long, ShownTeamWeek> before = rows.stream()
                .filter(row -> row.week().equals(week.previous()))
                .collect(Collectors.toMap(ShownTeamWeek::team, Function.identity()));
        return rows.stream()
                .filter(row -> row.week().equals(week))
                .map(row -> new Compared(row, before.get(row.team())))
                .sorted(order(sort))
                .toList();
    }

    /** The same rows as values: the team's week, and what its cells say after name and slug. */
    public static List<Row> rows(Command.Teams.Sort sort, IsoWeek week, List<ShownTeamWeek> rows, int min) {
        return compared(sort, week, rows).stream()
                .map(team -> new Row(team.now(), row(team, min).subList(2, COLUMNS.size())))
                .toList();
    }

    /** One team's row. */
    public record Row(ShownTeamWeek week, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A team's week compared with the one before; null where that has no data, other days, or may not be shown. */
    private record Compared(ShownTeamWeek now, @Nullable ShownTeamWeek before) {
        @Nullable
        Integer change() {
            return now.moreActiveThan(before);
        }
    }

    private static <N extends Comparable<N>> Comparator<@Nullable N> mostFirst() {
        return Comparator.nullsLast(Comparator.<N>reverseOrder());
    }

    private static Comparator<Compared> order(Command.Teams.Sort sort) {
        Comparator<Compared> first = switch (sort) {
            case ACTIVE ->
                Comparator.comparing((Compared team) -> team.now().active().orNull(), mostFirst());
            case CREDITS ->
                Comparator.comparing((Compared team) -> team.now().credits().orNull(), mostFirst());
            case CHANGE -> Comparator.comparing(Compared::change, Comparator.nullsLast(Comparator.naturalOrder()));
        };
        return first.thenComparing(team -> team.now().slug());
    }

    private static final List<Column> COLUMNS = List.of(
            Column.left("Team"),
            Column.left("Slug"),
            Column.right("People with a seat"),
            Column.right("Active users"),
            Column.right("Change"),
            Column.right("Acceptance rate"),
            Column.right("Agent users"),
            Column.right("AI credits"));

    private static List<Cell> row(Compared team, int min) {
        ShownTeamWeek now = team.now();
        return List.of(
                Cell.text(now.name(), MAX_NAME_LENGTH),
                Cell.code(now.slug()),
                Cell.number(now.seats()),
                Cell.ours(now.active().text(Numbers::count)),
                change(team, min),
                Cell.ours(now.acceptanceRate()),
                Cell.ours(now.agent().text(Numbers::count)),
                Cell.ours(now.credits().text(Numbers::count)));
    }

    private static Cell change(Compared team, int min) {
        Integer change = team.change();
        Integer now = team.now().active().orNull();
        if (change == null || now == null) {
            return Cell.NONE;
        }
        return Cell.ours(Numbers.changeOfPeople(now - change, now, min));
    }

    private static String notes(int hidden, int min) {
        String why = hidden == 0
                ? ""
                : "Hidden: teams with fewer than " + min
                        + " people with a seat, and teams whose numbers would reveal such a group. ";
        return why + "A person in two teams counts in both, so teams do not add up to the organization.\n";
    }
}
