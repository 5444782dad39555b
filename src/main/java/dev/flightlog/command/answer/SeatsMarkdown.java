package dev.flightlog.command.answer;

import dev.flightlog.command.parse.Command;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPart;
import dev.flightlog.seat.SeatState;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Words a list of seats: the total and its cost, seats by state, then the people where they may be named. Pure. */
final class SeatsMarkdown {
    private SeatsMarkdown() {}

    static Reply render(Command.Seats wanted, SeatPart part, SeatOverview overview, CommandContext question) {
        String list = question.mayName()
                ? people(wanted, part, question)
                : "People are not named here, so there is no list: " + NamesWithheld.why(question);
        return Reply.answered(
                sentence(wanted, part, overview, SeatWords.asOf(question.seatsKnown())),
                states(overview) + "\n" + idle(overview) + list);
    }

    private static String sentence(Command.Seats wanted, SeatPart part, SeatOverview overview, String asOf) {
        if (wanted.states().isEmpty()) {
            return Numbers.plural(overview.seats(), "seat") + " for " + Numbers.usd(overview.costUsd())
                    + " a month; " + Numbers.count(overview.idleSeats()) + " of them idle, "
                    + Numbers.usd(overview.idleUsd()) + " a month" + asOf + ".";
        }
        String states = wanted.states().stream()
                .map(state -> Markdown.code(state.key()))
                .collect(Collectors.joining(", "));
        return Numbers.plural(part.total(), "seat") + " of " + Numbers.count(overview.seats())
                + (part.total() == 1 ? " is " : " are ") + states + asOf + ".";
    }

    private static String states(SeatOverview overview) {
        List<List<Cell>> rows = Arrays.stream(SeatState.values())
                .filter(state -> overview.count(state) > 0)
                .map(state ->
                        List.of(Cell.code(state.key()), Cell.number(overview.count(state)), Cell.ours(state.meaning())))
                .toList();
        return new Table(List.of(Column.left("State"), Column.right("Seats"), Column.left("Meaning")), rows).render();
    }

    private static String idle(SeatOverview overview) {
        if (overview.idleSeats() == 0) {
            return "";
        }
        return "Idle spend: " + part(overview.removable()) + " removable directly, " + part(overview.needsTeamChange())
                + " held through a team, which has to change.\n\n";
    }

    private static String part(SeatOverview.IdleSeats seats) {
        return Numbers.plural(seats.seats(), "seat") + " (" + Numbers.usd(seats.usd()) + " a month)";
    }

    private static String people(Command.Seats wanted, SeatPart part, CommandContext question) {
        if (part.seats().isEmpty()) {
            return "";
        }
        List<List<Cell>> rows = part.seats().stream().map(SeatsMarkdown::row).toList();
        return new Table(COLUMNS, rows).render() + more(wanted, part, question);
    }

    private static final List<Column> COLUMNS = List.of(
            Column.left("Login"),
            Column.left("State"),
            Column.left("Last known activity"),
            Column.left("Last sign-in"),
            Column.left("Since"),
            Column.left("Given by"),
            Column.right("USD a month"));

    private static List<Cell> row(DecidedSeat held) {
        String team = held.seat().assigningTeamSlug();
        return List.of(
                Cell.code(held.seat().login()),
                Cell.code(held.decision().state().key()),
                held.seat().lastKnownActivity().map(SeatsMarkdown::day).orElse(Cell.NONE),
                held.seat().lastAuthenticatedAt() == null
                        ? Cell.NONE
                        : day(held.seat().lastAuthenticatedAt()),
                day(held.seat().createdAt()),
                team == null ? Cell.ours("directly") : Cell.code(team),
                Cell.ours(Numbers.usd(held.decision().monthlyPriceUsd()).replace(" USD", "")));
    }

    private static Cell day(Instant moment) {
        return Cell.ours(Dates.dayAndYear(moment.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    private static String more(Command.Seats wanted, SeatPart part, CommandContext question) {
        int left = part.total() - part.seats().size();
        return left == 0
                ? ""
                : "\n" + Numbers.plural(left, "more seat") + ": `limit=" + Math.min(500, wanted.limit() * 2) + "`, or "
                        + Markdown.code(question.prefix() + " csv seats") + " for all.\n";
    }
}
