package dev.flightlog.check;

import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.health.DataProblem;
import dev.flightlog.health.NeededPermission;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is wrong, each in a sentence that says what to do. */
final class SeatCheckWords {
    private SeatCheckWords() {}

    static String trouble(DataProblem trouble) {
        return switch (trouble) {
            case DataProblem.NeedsAPerson(var _, var _, String what) -> Markdown.text(what);
            case DataProblem.PermissionMissing(NeededPermission needed) ->
                "The app lacks the permission " + Markdown.code(needed.key() + ": " + needed.level())
                        + ", which it needs for " + needed.purpose()
                        + ". An owner accepts it under Settings, GitHub Apps.";
            case DataProblem.Stale(var source, LocalDate last, String why) ->
                "No " + (last == null ? "" : "new ") + source.word() + " data "
                        + (last == null ? "was ever read" : "since " + Dates.dayAndYear(last)) + "." + because(why);
        };
    }

    private static String because(@Nullable String why) {
        return why == null ? "" : " " + Markdown.text(why);
    }

    /** @param prefix how commands start, from the policy */
    static String finding(CostFinding finding, String prefix) {
        return switch (finding) {
            case CostFinding.SeatsOverBudget over ->
                "Seats are over budget: " + over.cost().words() + " a month, "
                        + over.over().words() + " over the budget of " + Numbers.usd(over.budgetUsd()) + ". "
                        + command(prefix + " cost");
            case CostFinding.CreditsOverBudget over ->
                "AI credits are over budget: " + Numbers.whole(over.used())
                        + " used in " + Dates.monthName(over.month()) + ", budget "
                        + Numbers.whole(over.budget()) + ". " + command(prefix + " cost");
            case CostFinding.CreditsOnCourse course ->
                "AI credits are on course over the budget: "
                        + Numbers.whole(course.projected()) + " by the end of " + Dates.monthName(course.month())
                        + ", budget "
                        + Numbers.whole(course.budget()) + ". " + command(prefix + " cost");
            case CostFinding.LimitNear(var use, var credits) ->
                LimitWords.sentence(use, credits.month()) + " " + command(prefix + " cost");
            case CostFinding.SeatsIdle idle ->
                Numbers.plural(idle.seats(), "idle seat") + ". " + SavingWords.ofIdle(idle.saving()) + " "
                        + command(prefix + " seats idle");
        };
    }

    private static String command(String command) {
        return "See " + Markdown.code(command) + ".";
    }
}
