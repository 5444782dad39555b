package dev.flightlog.command.answer;

import dev.flightlog.copilot.Budget;
import dev.flightlog.cost.BillingSync;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.GitHubBudgetWords;
import dev.flightlog.cost.GitHubBudgets;
import dev.flightlog.cost.TeamCreditsStore.PersonCredits;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.summary.text.TeamCreditsTable;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words GitHub's own budgets, and a month's AI credits by team and person. Pure. */
public final class CostDetailMarkdown {
    private static final int MOST = 20;

    private CostDetailMarkdown() {}

    /** The budgets that owners set on GitHub, as a list of markdown; why there are none otherwise. */
    public static String gitHubBudgets(CostOfMonth cost, CommandContext question) {
        return switch (cost.gitHubBudgets()) {
            case GitHubBudgets.Known(List<Budget> budgets, var _, var _) ->
                budgets.isEmpty() ? "On GitHub no budget is set.\n\n" : list("Budgets on GitHub:", budgets);
            case GitHubBudgets.LastKnown(List<Budget> budgets, Instant readAt, var refusal) ->
                lastKnown(budgets, day(readAt), refusal, question);
            case GitHubBudgets.NotAvailable(var refusal) ->
                "GitHub's own budgets are not available here: " + Markdown.text(refusal.why()) + "\n\n";
            case GitHubBudgets.NotRead _ ->
                question.organization().grants(BillingSync.PERMISSION)
                        ? "GitHub's own budgets were not read yet.\n\n"
                        : "GitHub's own budgets are not read here: that takes the optional permission "
                                + Markdown.code(BillingSync.PERMISSION + ": read") + ".\n\n";
        };
    }

    /** What may have changed since says as of when it is. */
    private static String lastKnown(
            List<Budget> budgets, String day, Optional<GitHubBudgets.Refusal> refusal, CommandContext question) {
        String why = refusal.map(refused ->
                        " Since " + day(refused.since()) + " they are not available: " + Markdown.text(refused.why()))
                .orElseGet(() -> question.organization().grants(BillingSync.PERMISSION)
                        ? " GitHub has not given them since."
                        : " The app may no longer read them.");
        return budgets.isEmpty()
                ? "On " + day + " no budget was set on GitHub." + why + "\n\n"
                : list("Budgets on GitHub as last read on " + day + "; nobody is warned by them." + why, budgets);
    }

    private static String list(String heading, List<Budget> budgets) {
        return budgets.stream()
                .map(CostDetailMarkdown::budget)
                .collect(Collectors.joining("\n", heading + "\n\n", "\n\n"));
    }

    private static String day(Instant moment) {
        return Dates.dayAndYear(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    private static String budget(Budget budget) {
        return "- " + Markdown.text(GitHubBudgetWords.covers(budget)) + ": " + GitHubBudgetWords.amount(budget) + ", "
                + GitHubBudgetWords.effect(budget);
    }

    /** Folds; none where nothing is known. */
    static String who(CostDetail detail, CommandContext question) {
        boolean teams = !detail.teams().shown().isEmpty() || detail.teams().hidden() > 0;
        String byTeam =
                question.teamsUnknown().map(why -> why + "\n").orElseGet(() -> TeamCreditsTable.render(detail.teams()));
        return (teams ? "\n\n" + new Fold("AI credits by team", byTeam).render() : "")
                + (detail.people().isEmpty()
                        ? ""
                        : "\n\n" + new Fold("AI credits by person", people(detail.people())).render()
                                + Readers.note(question, "cost"));
    }

    private static String people(List<PersonCredits> people) {
        List<List<Cell>> rows = people.stream()
                .limit(MOST)
                .map(person -> List.of(Cell.code(person.login()), Cell.number(whole(person.credits()))))
                .toList();
        int more = people.size() - rows.size();
        BigDecimal rest =
                people.stream().skip(MOST).map(PersonCredits::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Table(List.of(Column.left("Person"), Column.right("AI credits")), rows).render()
                + (more == 0
                        ? ""
                        : "\n" + Numbers.plural(more, "more person", "more people") + " used "
                                + Numbers.count(whole(rest)) + " together.\n");
    }

    private static long whole(BigDecimal credits) {
        return credits.setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
