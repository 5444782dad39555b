package dev.flightlog.check;

import dev.flightlog.directory.NeededPermission;
import dev.flightlog.markdown.Dates;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is wrong, each in a sentence that says what to do. */
final class SeatCheckWords {
    private SeatCheckWords() {}

    static String trouble(DataTrouble trouble) {
        return switch (trouble) {
            case DataTrouble.NeedsAPerson(var _, var _, String what) -> Markdown.text(what);
            case DataTrouble.PermissionMissing(NeededPermission needed) ->
                "The app lacks the permission " + Markdown.code(needed.key() + ": " + needed.level())
                        + ", which it needs for " + needed.purpose()
                        + ". An owner accepts it under Settings, GitHub Apps.";
            case DataTrouble.Stale(var source, LocalDate last, String why) ->
                "Nothing new of " + source.word() + " "
                        + (last == null ? "ever came" : "since " + Dates.dayAndYear(last)) + "." + because(why);
        };
    }

    private static String because(@Nullable String why) {
        return why == null ? "" : " " + Markdown.text(why);
    }

    /** @param prefix how commands start, from the policy */
    static String alarm(Alarm alarm, String prefix) {
        return switch (alarm) {
            case Alarm.SeatsBudgetPassed(BigDecimal budget, BigDecimal cost) ->
                "Seats cost " + Numbers.usd(cost) + " a month, " + Numbers.usd(cost.subtract(budget))
                        + " above the budget of " + Numbers.usd(budget) + ". " + command(prefix + " cost");
            case Alarm.CreditsBudgetPassed(BigDecimal budget, BigDecimal used) ->
                Numbers.count(used.longValue()) + " AI credits were used this month; the budget is "
                        + Numbers.count(budget.longValue()) + ". " + command(prefix + " cost");
            case Alarm.IdleSpendHigh(BigDecimal idle, BigDecimal cost) ->
                Numbers.usd(idle) + " a month, " + Numbers.percent(idle.doubleValue() / cost.doubleValue())
                        + " of the bill, go to idle seats. " + command(prefix + " seats idle");
        };
    }

    private static String command(String command) {
        return "See " + Markdown.code(command) + ".";
    }
}
