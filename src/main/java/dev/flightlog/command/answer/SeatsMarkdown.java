package dev.flightlog.command.answer;

import dev.flightlog.command.parse.Command;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.SavingWords;
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

    static Reply render(
            Command.Seats wanted, SeatPart part, SeatOverview overview, IdleSaving saving, CommandContext question) {
        String list = question.mayName()
                ? people(wanted, part, question) + Readers.note(question, "seats")
                : "People are not named here, so there is no list: " + NamesWithheld.why(question);
        return Reply.answered(
                sentence(wanted, part, overview, SeatWords.asOf(question.seatsKnown())),
                states(wanted, overview) + "\n" + idle(wanted, overview, saving) + list);
    }

    private static String sentence(Command.Seats wanted, SeatPart part, SeatOverview overview, String asOf) {
        if (wanted.states().isEmpty()) {
            return Numbers.plural(overview.seats(), "seat") + " for "
                    + overview.cost().amount() + " a month"
                    + SeatWords.unpriced(overview.cost()) + "; "
                    + Numbers.count(overview.idleSeats()) + " of them idle" + asOf + ".";
        }
        String states = wanted.states().equals(SeatState.IDLE_SPEND)
                ? "idle"
                : wanted.states().stream().map(SeatState::words).sorted().collect(Collectors.joining(", "));
        return Numbers.plural(part.total(), "seat") + " of " + Numbers.count(overview.seats())
                + (part.total() == 1 ? " is " : " are ") + states + asOf + ".";
    }

    private static String states(Command.Seats wanted, SeatOverview overview) {
        List<List<Cell>> rows = Arrays.stream(SeatState.values())
                .filter(state -> overview.count(state) > 0)
                .filter(state -> wanted.states().isEmpty() || wanted.states().contains(state))
                .map(state -> List.of(
                        Cell.ours(state.words()), Cell.number(overview.count(state)), Cell.ours(state.meaning())))
                .toList();
        return rows.isEmpty()
                ? ""
                : new Table(List.of(Column.left("State"), Column.right("Seats"), Column.left("Meaning")), rows)
                        .render();
    }

    /** Savings are shown for idle seats only; for other lists they would not add up. */
    private static String idle(Command.Seats wanted, SeatOverview overview, IdleSaving saving) {
        boolean listed = wanted.states().isEmpty() || wanted.states().equals(SeatState.IDLE_SPEND);
        return !listed || overview.idleSeats() == 0
                ? ""
                : (wanted.states().isEmpty() ? Numbers.plural(overview.idleSeats(), "idle seat") + ": " : "")
                        + SavingWords.ofIdle(saving) + "\n\n";
    }

    private static String people(Command.Seats wanted, SeatPart part, CommandContext question) {
        if (part.seats().isEmpty()) {
            return "";
        }
        List<List<Cell>> rows = part.seats().stream().map(SeatsMarkdown::row).toList();
        return new Table(COLUMNS, rows).render() + more(wanted, part, question) + unpriced(part);
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
                Cell.ofOneLine(held.decision().state().words()),
                held.seat().lastKnownActivity().map(SeatsMarkdown::day).orElse(Cell.NONE),
                held.seat().lastAuthenticatedAt() == null
                        ? Cell.NONE
                        : day(held.seat().lastAuthenticatedAt()),
                day(held.seat().createdAt()),
                team == null ? Cell.ours("directly") : Cell.code(team),
                held.decision()
                        .monthlyPriceUsd()
                        .map(usd -> Cell.ours(Numbers.usd(usd).replace(" USD", "")))
                        .orElseGet(() -> Cell.ours("not known")));
    }

    /** Why some of these seats have no price; empty where each has one. */
    static String unpriced(SeatPart part) {
        int seats = (int) part.seats().stream()
                .filter(held -> held.decision().monthlyPriceUsd().isEmpty())
                .count();
        return seats == 0 ? "" : "\n" + SeatWords.whyUnpriced(seats) + "\n";
    }

    private static Cell day(Instant moment) {
        return Cell.ofOneLine(Dates.dayAndYear(moment.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    private static String more(Command.Seats wanted, SeatPart part, CommandContext question) {
        int left = part.total() - part.seats().size();
        return left == 0
                ? ""
                : "\n" + Numbers.plural(left, "more seat") + ": `limit=" + Math.min(500, wanted.limit() * 2) + "`, or "
                        + Markdown.code(question.prefix() + " csv seats") + " for all.\n";
    }
}
