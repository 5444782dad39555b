package dev.flightlog.summary.text;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.NeedsDecision.CreditBudgetInDanger;
import dev.flightlog.summary.NeedsDecision.CreditBudgetPassed;
import dev.flightlog.summary.NeedsDecision.Idle;
import dev.flightlog.summary.NeedsDecision.MetricsPolicyOff;
import dev.flightlog.summary.NeedsDecision.PermissionMissing;
import dev.flightlog.summary.NeedsDecision.SeatBudgetPassed;
import dev.flightlog.summary.NeedsDecision.SourceUnread;
import dev.flightlog.summary.NeedsDecision.TeamFell;
import dev.flightlog.summary.Provenance;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a person has to decide, as a checklist: the figures first, then the command that shows or does it. */
public final class DecisionList {
    private static final int TEAMS = 5;
    private static final int LONGEST_NAME = 60;

    private final Provenance provenance;

    private DecisionList(Provenance provenance) {
        this.provenance = provenance;
    }

    static String render(WeeklySummary summary) {
        List<NeedsDecision> decisions = summary.decisions();
        String items = decisions.isEmpty()
                ? "Nothing needs a decision this week."
                : items(summary).stream().map(item -> "- [ ] " + item).collect(Collectors.joining("\n"));
        return "### Needs a decision\n\n" + items;
    }

    /** Each decision as a sentence in markdown; none when nothing needs one. */
    public static List<String> items(WeeklySummary summary) {
        return new DecisionList(summary.provenance()).items(summary.decisions());
    }

    private List<String> items(List<NeedsDecision> decisions) {
        List<String> items = new ArrayList<>();
        decisions.stream()
                .filter(decision -> !(decision instanceof TeamFell))
                .forEach(decision -> items.add(words(decision)));
        List<NeedsDecision> fallen =
                decisions.stream().filter(TeamFell.class::isInstance).toList();
        fallen.stream().limit(TEAMS).forEach(team -> items.add(words(team)));
        if (fallen.size() > TEAMS) {
            items.add(Numbers.plural(fallen.size() - TEAMS, "more team") + " fell by more than 40" + NO_BREAK_SPACE
                    + "%: " + provenance.command("teams sort=change"));
        }
        return items;
    }

    private static final char NO_BREAK_SPACE = '\u00A0';

    private String words(NeedsDecision decision) {
        return switch (decision) {
            case MetricsPolicyOff _ ->
                "**GitHub gives no new reports**: the policy \"Copilot usage metrics\" is off. An owner enables it in"
                        + " the organization's Copilot policies; then comment " + provenance.command("refresh") + ".";
            case PermissionMissing(String permission) ->
                "**The app lacks the permission** " + Markdown.code(permission)
                        + ". An owner grants it where the app is installed; " + provenance.command("status")
                        + " shows when it is there.";
            case SourceUnread(String source, String cause) ->
                "**Reading " + source + " does not work**: " + Markdown.text(cause) + " See "
                        + provenance.command("status") + ".";
            case SeatBudgetPassed passed ->
                "**Seats are over budget**: " + Numbers.usd(passed.costUsd()) + " a month, "
                        + Numbers.usd(passed.costUsd().subtract(passed.budgetUsd())) + " more than the "
                        + Numbers.usd(passed.budgetUsd()) + " of the policy. See " + provenance.command("cost") + ".";
            case CreditBudgetPassed passed ->
                "**AI credits are over budget**: " + Numbers.count(MoneyLine.whole(passed.used()))
                        + " used this month, budget " + Numbers.count(passed.budget()) + ". See "
                        + provenance.command("cost") + ".";
            case CreditBudgetInDanger danger ->
                "**AI credits will pass the budget** at this pace: "
                        + Numbers.count(MoneyLine.whole(danger.projected())) + " by the end of the month, budget "
                        + Numbers.count(danger.budget()) + ". See " + provenance.command("cost") + ".";
            case Idle(SeatFigures.IdleSeats seats) -> idle(seats);
            case TeamFell fell -> fell(fell);
        };
    }

    private String fell(TeamFell fell) {
        return "**" + Markdown.text(fell.name(), LONGEST_NAME) + "** fell from "
                + Numbers.plural(fell.before(), "active user") + " to " + Numbers.count(fell.now()) + " (−"
                + Numbers.percent(fell.before() - fell.now(), fell.before()) + "). See "
                + provenance.command("team " + fell.slug()) + ".";
    }

    private String idle(SeatFigures.IdleSeats seats) {
        return "**" + Numbers.plural(seats.total(), "idle seat") + "** "
                + (seats.total() == 1 ? "costs " : "cost ") + Numbers.usd(seats.totalUsd()) + " a month. "
                + remedy(seats) + " See " + provenance.command("seats idle") + " and "
                + provenance.command("seats never_used") + ".";
    }

    private static String remedy(SeatFigures.IdleSeats seats) {
        if (seats.throughTeams() == 0) {
            return seats.total() == 1 ? "It can be removed directly." : "All can be removed directly.";
        }
        if (seats.removable() == 0) {
            return seats.total() == 1
                    ? "It is held through a team, which would have to change."
                    : "All are held through teams, which would have to change.";
        }
        return Numbers.count(seats.removable()) + " can be removed directly (" + Numbers.usd(seats.removableUsd())
                + "), "
                + Numbers.count(seats.throughTeams()) + (seats.throughTeams() == 1 ? " is" : " are")
                + " held through a team, which would have to change (" + Numbers.usd(seats.throughTeamsUsd()) + ").";
    }
}
