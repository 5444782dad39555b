package dev.flightlog.summary.text;

import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.governance.PolicyNameWords;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.NeedsDecision.CreditBudgetInDanger;
import dev.flightlog.summary.NeedsDecision.CreditBudgetPassed;
import dev.flightlog.summary.NeedsDecision.Idle;
import dev.flightlog.summary.NeedsDecision.LimitNear;
import dev.flightlog.summary.NeedsDecision.MetricsPolicyOff;
import dev.flightlog.summary.NeedsDecision.NamesNobody;
import dev.flightlog.summary.NeedsDecision.PermissionMissing;
import dev.flightlog.summary.NeedsDecision.ReviewOpen;
import dev.flightlog.summary.NeedsDecision.SeatBudgetPassed;
import dev.flightlog.summary.NeedsDecision.SeatsAskedFor;
import dev.flightlog.summary.NeedsDecision.SourceUnread;
import dev.flightlog.summary.NeedsDecision.TeamFell;
import dev.flightlog.summary.Provenance;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person has to decide, as a checklist: the figures first, then the command that shows or does it. */
public final class DecisionList {
    private static final int TEAMS = 5;
    private static final int MAX_NAME_LENGTH = 60;

    private final Provenance provenance;
    private final boolean underReview;

    private DecisionList(WeeklySummary summary) {
        this.provenance = summary.provenance();
        this.underReview = summary.decisions().stream().anyMatch(ReviewOpen.class::isInstance);
    }

    static String render(WeeklySummary summary) {
        if (summary.seatsKnown() instanceof SeatsKnown.NotOfThatTime) {
            return "";
        }
        List<NeedsDecision> decisions = summary.decisions();
        String items = decisions.isEmpty()
                ? "Nothing needs a decision this week."
                : items(summary).stream().map(item -> "- [ ] " + item).collect(Collectors.joining("\n"));
        return "### Needs a decision\n\n" + items;
    }

    /** Each decision as a sentence in markdown; none when nothing needs one. */
    public static List<String> items(WeeklySummary summary) {
        return new DecisionList(summary).items(summary.decisions());
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
            case NamesNobody(int names) ->
                "**" + PolicyNameWords.nobody(names) + "**: " + PolicyNameWords.EFFECT + ". See "
                        + provenance.command("policy") + ".";
            case SeatBudgetPassed passed ->
                "**Seats are over budget**: " + passed.cost() + " a month, "
                        + passed.over() + " over the budget of "
                        + Numbers.usd(passed.budgetUsd()) + ". See " + provenance.command("cost") + ".";
            case CreditBudgetPassed passed ->
                "**AI credits are over budget**: " + Numbers.count(MoneyLine.whole(passed.used()))
                        + " used " + inMonth(passed.month()) + ", budget " + Numbers.count(passed.budget()) + ". See "
                        + provenance.command("cost") + ".";
            case CreditBudgetInDanger danger ->
                "**AI credits are on course over the budget**: "
                        + Numbers.count(MoneyLine.whole(danger.projected())) + " by the end of "
                        + ofMonth(danger.month())
                        + ", budget "
                        + Numbers.count(danger.budget()) + ". See " + provenance.command("cost") + ".";
            case LimitNear(String sentence) ->
                "**" + Markdown.text(sentence) + "** See " + provenance.command("cost") + ".";
            case Idle(SeatFigures.IdleSeats seats) -> idle(seats);
            case ReviewOpen(int seats, ReviewOpen.Step step) -> review(seats, step);
            case NeedsDecision.ReviewOver(int taken, int seats, boolean stopped) ->
                "**A seat review** took back " + Numbers.count(taken) + " of " + Numbers.plural(seats, "seat")
                        + (stopped ? " and was stopped before its end" : "") + ". "
                        + provenance.command("undo") + " gives a seat back until it ends, see "
                        + provenance.command("review") + ".";
            case SeatsAskedFor(int requests) ->
                "**" + Numbers.plural(requests, "member") + "** " + (requests == 1 ? "asks" : "ask")
                        + " for a seat. Answer with " + provenance.command("grant") + " or "
                        + provenance.command("decline") + "; the requests are listed by " + provenance.command("review")
                        + ".";
            case TeamFell fell -> fell(fell);
        };
    }

    /** "in November"; of the running month where an older summary does not say which. */
    public static String inMonth(@Nullable YearMonth month) {
        return month == null ? "this month" : "in " + Dates.monthName(month);
    }

    /** "November", as in "the end of November"; the running month where an older summary does not say which. */
    public static String ofMonth(@Nullable YearMonth month) {
        return month == null ? "the month" : Dates.monthName(month);
    }

    private String review(int seats, ReviewOpen.Step step) {
        String what = "**A seat review** proposes to take back " + Numbers.plural(seats, "seat") + ". ";
        return switch (step) {
            case APPROVE ->
                what + "It waits for an approval: " + provenance.command("approve") + ", see "
                        + provenance.command("review") + ".";
            case AWAIT_NOTICE ->
                what + "It is approved. Until its notice is over people can say " + provenance.command("keep")
                        + ", see " + provenance.command("review") + ".";
            case BEING_REMOVED ->
                what + "It is approved, and the seats are being taken back: see " + provenance.command("review") + ".";
            case REMOVE_BY_HAND ->
                what + "When this was posted, an owner had to do it by hand; " + provenance.command("review")
                        + " says what is left to do.";
        };
    }

    private String fell(TeamFell fell) {
        return "**" + Markdown.text(fell.name(), MAX_NAME_LENGTH) + "** fell from "
                + Numbers.plural(fell.before(), "active user") + " to " + Numbers.count(fell.now()) + " (−"
                + Numbers.percent(fell.before() - fell.now(), fell.before()) + "). See "
                + provenance.command("team " + fell.slug()) + ".";
    }

    private String idle(SeatFigures.IdleSeats seats) {
        IdleSaving saving = seats.saving();
        return "**" + Numbers.plural(seats.total(), "idle seat") + ".** "
                + (saving == null ? "" : SavingWords.ofIdle(saving) + " ") + "See "
                + provenance.command("seats idle")
                + (underReview
                        ? "."
                        : "; " + provenance.command("review start") + " asks the holders before seats are taken back.");
    }
}
