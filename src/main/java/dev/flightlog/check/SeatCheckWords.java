package dev.flightlog.check;

import dev.flightlog.health.NeededPermission;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
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
                "Nothing new of " + source.word() + " "
                        + (last == null ? "ever came" : "since " + Dates.dayAndYear(last)) + "." + because(why);
        };
    }

    private static String because(@Nullable String why) {
        return why == null ? "" : " " + Markdown.text(why);
    }

    /** @param prefix how commands start, from the policy */
    static String alarm(BudgetAlert alarm, String prefix) {
        return switch (alarm) {
            case BudgetAlert.SeatsBudgetPassed(BigDecimal budget, BigDecimal cost) ->
                "Seats cost " + Numbers.usd(cost) + " a month, " + Numbers.usd(cost.subtract(budget))
                        + " above the budget of " + Numbers.usd(budget) + ". " + command(prefix + " cost");
            case BudgetAlert.CreditsBudgetPassed(BigDecimal budget, BigDecimal used) ->
                Numbers.count(used.longValue()) + " AI credits were used this month; the budget is "
                        + Numbers.count(budget.longValue()) + ". " + command(prefix + " cost");
            case BudgetAlert.IdleSpendHigh(BigDecimal idle, BigDecimal cost) ->
                Numbers.usd(idle) + " a month, " + Numbers.percent(idle.doubleValue() / cost.doubleValue())
                        + " of the bill, go to idle seats. " + command(prefix + " seats idle");
        };
    }

    private static String command(String command) {
        return "See " + Markdown.code(command) + ".";
    }
}
