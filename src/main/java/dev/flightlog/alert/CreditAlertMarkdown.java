package dev.flightlog.alert;

import dev.flightlog.cost.LimitUse;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.cost.SpendingLimit;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Marker;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.summary.text.ModelCreditsTable;
import dev.flightlog.summary.text.SummaryText;
import dev.flightlog.summary.text.TeamCreditsTable;
import dev.flightlog.text.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words the month's alert: what is used, where it will end, what stops and what costs, by model and by team. Pure. */
public final class CreditAlertMarkdown {
    /** Kind of the marker by which the alert is found again; its key is the month. */
    static final String KIND = "credit-alert";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private CreditAlertMarkdown() {}

    static Marker marker(YearMonth month) {
        return new Marker(KIND, month.toString());
    }

    static SummaryText render(CreditAlert alert) {
        return new SummaryText(title(alert), body(alert));
    }

    /** Says what holds now, as the body does. The words "AI credits" and "budget" are what people and tools look for. */
    private static String title(CreditAlert alert) {
        return "AI credits of " + Markdown.title(alert.organization()) + " in " + MONTH.format(alert.month()) + ": "
                + alert.uses().stream()
                        .filter(use -> use.highest().isPresent())
                        .max(Comparator.comparing(use -> use.highest().orElseThrow()))
                        .map(most -> most.highest().orElseThrow().percent() + " % of "
                                + LimitWords.briefly(most.limit().kind()))
                        .orElseGet(() -> nothingReachedBriefly(alert));
    }

    private static String nothingReachedBriefly(CreditAlert alert) {
        if (alert.unknown().isEmpty()) {
            return alert.uses().isEmpty()
                    ? "no pool or budget to watch any more"
                    : "below 75 % of the pool and of every budget again";
        }
        return (alert.uses().isEmpty() ? "" : "below 75 % of what is known, but ")
                + alert.unknown().stream()
                        .sorted()
                        .map(CreditAlertMarkdown::briefly)
                        .collect(Collectors.joining("; "));
    }

    private static String briefly(CreditAlert.Unknown unknown) {
        return switch (unknown) {
            case POOL -> "the pool is not known now";
            case GITHUB_BUDGETS -> "GitHub's budgets are not known now";
        };
    }

    private static String body(CreditAlert alert) {
        return sentences(alert) + "\n\n" + table(alert) + "\n" + history(alert) + "\n\n"
                + (alert.models().isEmpty()
                        ? ""
                        : new Fold("AI credits by model", ModelCreditsTable.render(alert.models())).render() + "\n")
                + new Fold("AI credits by team", TeamCreditsTable.render(alert.teams())).render()
                + "\nThis issue is edited until the month's last day is known, at most five days into the"
                + " next, and then closed. See "
                + Markdown.code(alert.prefix() + " cost") + ".\n";
    }

    private static String sentences(CreditAlert alert) {
        String now = alert.uses().stream()
                .filter(use -> use.highest().isPresent())
                .map(use -> "**" + LimitWords.sentence(use, alert.month()) + "**")
                .collect(Collectors.joining("\n"));
        LocalDate through = alert.dataThrough();
        return Stream.concat(
                                Stream.of(now.isEmpty() ? nothingReached(alert) : now),
                                alert.unknown().stream().sorted().map(CreditAlertMarkdown::notKnown))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" "))
                + (through == null ? "" : " Usage is known to " + Dates.day(through) + ".");
    }

    /** Where the enterprise turns out to be billed, and no budget is set, nothing is left to watch. */
    private static String nothingReached(CreditAlert alert) {
        if (!alert.unknown().isEmpty()) {
            return alert.uses().isEmpty() ? "" : "Less than 75 % of each limit below is used now.";
        }
        return alert.uses().isEmpty()
                ? "This organization has no pool of AI credits of its own and no budget any more that could be watched."
                : "Less than 75 % of the pool and of every budget is used now.";
    }

    private static String notKnown(CreditAlert.Unknown unknown) {
        return switch (unknown) {
            case POOL ->
                "How much of the month's pool of AI credits is used is not known now, because the seats, or the plan of"
                        + " one of them, are not known.";
            case GITHUB_BUDGETS ->
                "How much of GitHub's budgets is used is not known now, because they cannot be read.";
        };
    }

    private static String table(CreditAlert alert) {
        if (alert.uses().isEmpty()) {
            return "";
        }
        return Table.of(
                        Column.left("Limit"),
                        Column.right("Used"),
                        Column.right("Of"),
                        Column.right("Share"),
                        Column.right("Projected by " + Dates.day(alert.month().atEndOfMonth())),
                        Column.left("When it is used up"))
                .rows(alert.uses().stream().map(CreditAlertMarkdown::row).toList())
                .render();
    }

    private static List<Cell> row(LimitUse use) {
        SpendingLimit limit = use.limit();
        boolean ofPeople = switch (limit) {
            case SpendingLimit.EachPerson _, SpendingLimit.OwnBudgets _ -> true;
            case SpendingLimit.Pool _, SpendingLimit.PolicyBudget _, SpendingLimit.GitHubBudget _ -> false;
        };
        return List.of(
                Cell.ours(capital(LimitWords.inARow(limit))),
                ofPeople ? Cell.NONE : Cell.ours(LimitWords.used(use)),
                limit instanceof SpendingLimit.OwnBudgets
                        ? Cell.NONE
                        : Cell.ours(LimitWords.amount(use, limit.amount())),
                ofPeople ? Cell.NONE : Cell.ours(LimitWords.share(use)),
                use.expected()
                        .map(end -> Cell.ours(LimitWords.projected(use, end)))
                        .orElse(Cell.NONE),
                Cell.ours(LimitWords.then(limit)));
    }

    private static String history(CreditAlert alert) {
        return alert.warnings().stream().map(CreditAlertMarkdown::line).collect(Collectors.joining("\n"));
    }

    private static String line(Warning warning) {
        String amount = LimitWords.amount(warning.limit(), warning.amount());
        return "- " + Dates.day(warning.noticedAt().atZone(ZoneOffset.UTC).toLocalDate()) + ": " + warning.percent()
                + " % of " + LimitWords.briefly(warning.limit())
                + switch (warning.limit()) {
                    case POOL, POLICY_BUDGET, GITHUB_BUDGET ->
                        " (" + LimitWords.amount(warning.limit(), warning.used()) + " of " + amount + ")";
                    case EACH_PERSON -> " (" + amount + ") by somebody";
                    case OWN_BUDGETS -> "";
                };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
