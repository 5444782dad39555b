package dev.flightlog.check;

import dev.flightlog.health.DataProblem;
import dev.flightlog.health.Source;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatState;
import dev.flightlog.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the check {@code Flightlog / seats}; pure, and without any person's name but who clicked. */
final class SeatCheckOutput {
    static final String NAME = "Flightlog / seats";

    private SeatCheckOutput() {}

    static CheckText render(SeatCheck check) {
        return render(check, null);
    }

    /** @param answer to a click; null after a refresh */
    static CheckText render(SeatCheck check, @Nullable ButtonAnswer answer) {
        StringBuilder summary = new StringBuilder();
        if (answer != null) {
            summary.append("> ").append(ButtonWords.of(answer)).append("\n\n");
        }
        summary.append("**").append(verdict(check)).append("**\n\n");
        check.troubles().forEach(trouble -> item(summary, SeatCheckWords.trouble(trouble)));
        check.findings()
                .forEach(finding -> item(
                        summary,
                        SeatCheckWords.finding(
                                finding, check.policy().commands().prefix())));
        check.open().forEach(words -> item(summary, words));
        if (check.policyBroken()) {
            item(
                    summary,
                    "The policy file on the default branch is broken; the last valid one ("
                            + Markdown.code(check.policyName()) + ") stays in force.");
        }
        if (summary.charAt(summary.length() - 2) != '\n') {
            summary.append('\n');
        }
        summary.append(SeatCheckFigures.table(check));
        return new CheckText(check.state(), title(check), summary.toString(), details(check), List.of());
    }

    private static void item(StringBuilder summary, String words) {
        summary.append("- ").append(words).append('\n');
    }

    private static String title(SeatCheck check) {
        if (!check.spoiled().isEmpty()) {
            return "Data cannot be trusted: " + Numbers.plural(check.spoiled().size(), "reason");
        }
        if (check.cost().seats().isEmpty()) {
            return trouble(check.troubles()) + "Seats are not known yet";
        }
        SeatOverview seats = check.cost().seats().get();
        return trouble(check.troubles()) + Numbers.plural(seats.seats(), "seat") + ", "
                + Numbers.count(seats.idleSeats()) + " idle";
    }

    /** Trouble that leaves the figures right. */
    private static String trouble(List<DataProblem> troubles) {
        if (troubles.isEmpty()) {
            return "";
        }
        return troubles.stream().allMatch(DataProblem::wantsAPermission)
                ? number(troubles, "A permission is", "permissions are") + " missing; "
                : number(troubles, "One thing needs", "things need") + " a person; ";
    }

    private static String number(List<DataProblem> troubles, String one, String several) {
        return troubles.size() == 1 ? one : Numbers.count(troubles.size()) + " " + several;
    }

    private static String verdict(SeatCheck check) {
        return switch (check.state()) {
            case FAILURE ->
                check.spoiled().isEmpty()
                        ? "The data are fresh, but Flightlog cannot do all of its work."
                        : "The figures below may be old or incomplete.";
            case ACTION_REQUIRED -> "The data are fresh; what Copilot costs needs a decision.";
            case NEUTRAL -> "The first reading is not done: " + unread(check) + ".";
            default -> calm(check.findings().size() + check.open().size());
        };
    }

    private static String calm(int decisions) {
        return decisions == 0
                ? "The data are fresh, and nothing needs a decision."
                : "The data are fresh; " + Numbers.plural(decisions, "thing") + (decisions == 1 ? " needs" : " need")
                        + " a decision, none of them at once.";
    }

    private static String unread(SeatCheck check) {
        return String.join(", ", check.unread().stream().map(Source::word).toList())
                + (check.unread().size() == 1 ? " was" : " were") + " never read yet";
    }

    private static String details(SeatCheck check) {
        String policy = "Policy in force: " + Markdown.code(check.policyName()) + ". Idle after "
                + Numbers.plural(check.policy().seats().idleAfter().toDays(), "day")
                + "; budgets and prices are those of the policy.\n";
        return check.cost()
                        .seats()
                        .map(seats -> new Fold("Seats by state", states(seats)).render() + "\n")
                        .orElse("")
                + new Fold("How fresh the data are", SeatCheckFigures.freshness(check.readings())).render() + "\n"
                + policy;
    }

    private static String states(SeatOverview seats) {
        List<List<Cell>> rows = Arrays.stream(SeatState.values())
                .map(state ->
                        List.of(Cell.ours(state.words()), Cell.number(seats.count(state)), Cell.ours(state.meaning())))
                .collect(Collectors.toList());
        return Table.of(Table.Column.left("state"), Table.Column.right("seats"), Table.Column.left("meaning"))
                .rows(rows)
                .render();
    }
}
