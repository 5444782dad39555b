package dev.flightlog.summary.text;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatState;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seats by state and by plan, with the advice that goes with signed-in seats, and GitHub's own breakdown. */
final class SeatsSection {
    private SeatsSection() {}

    static String render(WeeklySummary summary) {
        SeatFigures seats = summary.seats();
        if (seats == null || seats.total() == 0) {
            return "";
        }
        String body = states(seats).render() + "\n" + plans(seats) + advice(summary, seats) + github(seats.breakdown());
        return new Fold("Seats by state" + SeatWords.asOf(summary.seatsKnown()), body).render();
    }

    private static Table states(SeatFigures seats) {
        Table table = Table.of(Column.left("State"), Column.right("Seats"), Column.left("What it means"));
        for (SeatState state : SeatState.values()) {
            if (seats.in(state) > 0) {
                table = table.row(Cell.ours(state.words()), Cell.number(seats.in(state)), Cell.ours(state.meaning()));
            }
        }
        return table;
    }

    private static String plans(SeatFigures seats) {
        return Arrays.stream(SeatPlan.values())
                        .filter(plan -> seats.byPlan().containsKey(plan))
                        .map(plan -> plan(seats, plan))
                        .collect(Collectors.joining("; "))
                + ".\n\n";
    }

    private static String plan(SeatFigures seats, SeatPlan plan) {
        int count = seats.byPlan().getOrDefault(plan, 0);
        String at = Optional.ofNullable(seats.prices().get(plan))
                .map(usd -> " at " + Numbers.usd(usd) + " a month")
                .orElse("");
        return switch (plan) {
            case BUSINESS -> Numbers.plural(count, "Copilot Business seat") + at;
            case ENTERPRISE -> Numbers.plural(count, "Copilot Enterprise seat") + at;
            case UNKNOWN ->
                Numbers.plural(count, "seat") + " of a plan that GitHub does not name, so that "
                        + (count == 1 ? "its" : "their") + " price is not known";
        };
    }

    private static String advice(WeeklySummary summary, SeatFigures seats) {
        return seats.in(SeatState.SIGNED_IN) == 0
                ? ""
                : "Signed-in seats may well be in use: GitHub sees no activity when the editor's telemetry is off."
                        + " " + summary.provenance().command("me") + " says what to look for in the editor.\n\n";
    }

    private static String github(SeatFigures.@Nullable Breakdown breakdown) {
        if (breakdown == null) {
            return "";
        }
        String words = Stream.of(
                        part(breakdown.total(), " in total"),
                        part(breakdown.activeThisCycle(), " active"),
                        part(breakdown.inactiveThisCycle(), " inactive"),
                        part(breakdown.addedThisCycle(), " added"),
                        part(breakdown.pendingInvitation(), " invited"),
                        part(breakdown.pendingCancellation(), " to be cancelled"))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : "GitHub's own count for this billing cycle: " + words + ".\n";
    }

    private static List<String> part(@Nullable Integer count, String words) {
        return count == null || count == 0 ? List.of() : List.of(Numbers.count(count) + words);
    }
}
