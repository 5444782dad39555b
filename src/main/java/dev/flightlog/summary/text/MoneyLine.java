package dev.flightlog.summary.text;

import dev.flightlog.cost.Biller;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.cost.UseStop;
import dev.flightlog.seat.SeatMoves;
import dev.flightlog.summary.CreditFigures;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What seats and AI credits cost this month, in two or three sentences under the table. */
final class MoneyLine {
    private MoneyLine() {}

    static String render(WeeklySummary summary) {
        return Stream.of(
                        seats(summary.seats(), summary),
                        credits(summary.credits()),
                        monthBefore(summary.credits().monthBefore()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String seats(@Nullable SeatFigures seats, WeeklySummary summary) {
        if (seats == null || seats.total() == 0) {
            return "";
        }
        Integer then = summary.thisWeek().seats();
        return Numbers.plural(seats.total(), "seat") + (then == null || then == seats.total() ? "" : " now")
                + (seats.total() == 1 ? " costs " : " cost ")
                + seats.cost().amount() + " a month"
                + SeatWords.unpriced(seats.cost())
                + SeatWords.asOf(summary.seatsKnown())
                + moves(seats.moves()) + ".";
    }

    private static String moves(@Nullable SeatMoves moves) {
        if (moves == null || moves.given() + moves.ended() == 0) {
            return "";
        }
        return "; " + Numbers.count(moves.given()) + " given and " + Numbers.count(moves.ended())
                + " ended in the week";
    }

    private static String credits(CreditFigures credits) {
        LocalDate through = credits.through();
        BigDecimal used = credits.monthToDate();
        if (through == null || used == null) {
            return "";
        }
        return "AI credits, " + Dates.span(through.withDayOfMonth(1), through) + ": "
                + (credits.atLeast() ? "at least " : "") + Numbers.count(whole(used)) + pool(credits, used)
                + projection(credits, through) + ended(credits, used)
                + billed(credits, used)
                + (credits.biller() == Biller.ENTERPRISE
                        ? "; the enterprise's pool, from which they come, cannot be seen here"
                        : "")
                + ".";
    }

    private static String pool(CreditFigures credits, BigDecimal used) {
        return ofPool(credits.ownPool(), used, credits.atLeast());
    }

    private static String ofPool(@Nullable Long included, BigDecimal used, boolean atLeast) {
        return included == null || included == 0
                ? ""
                : " of the " + Numbers.count(included) + " included with the seats (" + (atLeast ? "at least " : "")
                        + Numbers.percentDown(used, BigDecimal.valueOf(included)) + ")";
    }

    /** Cents of a projection say nothing. */
    private static String projection(CreditFigures credits, LocalDate through) {
        BigDecimal projected = credits.projected();
        Long pool = credits.ownPool();
        if (projected == null) {
            return credits.paceHidden() ? "; " + LimitWords.PACE_NOT_KNOWN : "";
        }
        long beyond = pool == null ? 0 : whole(projected) - pool;
        UseStop stop = credits.stop();
        if (stop != null && stop.certainty() == UseStop.Certainty.IN_FORCE) {
            return beyond(beyond, "") + "; " + LimitWords.stop(stop);
        }
        return ", on course for " + Numbers.count(whole(projected)) + " by "
                + Dates.day(through.with(TemporalAdjusters.lastDayOfMonth()))
                + beyond(
                        beyond,
                        stop == null
                                ? " (" + Numbers.wholeUsd(usd(beyond)) + ifOwn(credits.biller()) + ")"
                                : ", but " + LimitWords.stop(stop));
    }

    /** Without a projection what is beyond the pool is what was used so far; and the budget has no other place. */
    private static String ended(CreditFigures credits, BigDecimal used) {
        return credits.projected() == null
                ? end(credits.ownPool(), credits.budget(), used, credits.biller(), credits.billIsFinal())
                : "";
    }

    private static String end(
            @Nullable Long pool, @Nullable Long budget, BigDecimal used, @Nullable Biller biller, boolean billIsFinal) {
        long beyond = pool == null || pool == 0 ? 0 : whole(used) - pool;
        return beyond(beyond, billIsFinal ? "" : " (" + Numbers.usd(usd(beyond)) + ifOwn(biller) + ")")
                + (budget == null || budget == 0
                        ? ""
                        : ", " + Numbers.percentDown(used, BigDecimal.valueOf(budget)) + " of the policy's budget of "
                                + Numbers.count(budget));
    }

    private static String beyond(long credits, String cost) {
        return credits <= 0 ? "" : ", " + Numbers.count(credits) + " beyond that" + cost;
    }

    /** Nobody buys what is beyond a pool that is not theirs. */
    private static String ifOwn(@Nullable Biller biller) {
        return biller == Biller.UNKNOWN ? ", if the organization is billed itself" : "";
    }

    /** Credits beyond the pool are sold at a cent each (github.md: Credits). */
    private static BigDecimal usd(long credits) {
        return BigDecimal.valueOf(credits, 2);
    }

    /**
     * What is bought is beyond the pool, also where the usage reports have fewer credits than it. A bill of nothing is no
     * news, unless the estimate says otherwise.
     */
    private static String billed(CreditFigures credits, BigDecimal used) {
        BigDecimal billed = credits.billedUsd();
        Long pool = credits.ownPool();
        return billed == null || billed.signum() == 0 && (pool == null || whole(used) <= pool)
                ? ""
                : "; GitHub's billing report says " + Numbers.usd(billed) + (credits.billMayGrow() ? " so far" : "")
                        + (credits.buysCredits() ? " for credits beyond the pool, which is used up" : "");
    }

    /** A week in which a month ended also says how that one ended: the post before could not know it. */
    private static String monthBefore(CreditFigures.@Nullable EndedMonth month) {
        if (month == null) {
            return "";
        }
        BigDecimal billed = month.billedUsd();
        return Dates.monthName(month.month()) + " ended with "
                + (month.complete() ? "" : "at least ")
                + Numbers.count(whole(month.used())) + " AI credits"
                + ofPool(month.ownPool(), month.used(), !month.complete())
                + end(month.ownPool(), month.budget(), month.used(), month.biller(), month.billIsFinal())
                + (billed == null
                        ? ""
                        : "; GitHub billed " + Numbers.usd(billed) + " beyond the pool"
                                + (month.billIsFinal() ? "" : " so far"))
                + ".";
    }

    static long whole(BigDecimal credits) {
        return credits.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
