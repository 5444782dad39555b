package dev.flightlog.summary.text;

import dev.flightlog.cost.Biller;
import dev.flightlog.cost.LimitWords;
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
import org.jspecify.annotations.Nullable;

/** What seats and AI credits cost this month, in two sentences under the table. */
final class MoneyLine {
    private MoneyLine() {}

    static String render(WeeklySummary summary) {
        return (seats(summary.seats(), summary) + " " + credits(summary.credits())).strip();
    }

    private static String seats(@Nullable SeatFigures seats, WeeklySummary summary) {
        if (seats == null || seats.total() == 0) {
            return "";
        }
        Integer then = summary.thisWeek().seats();
        return Numbers.plural(seats.total(), "seat") + (then == null || then == seats.total() ? "" : " now")
                + (seats.total() == 1 ? " costs " : " cost ")
                + Numbers.usd(seats.monthlyUsd()) + " a month" + SeatWords.asOf(summary.seatsKnown())
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
                + Numbers.count(whole(used)) + pool(credits, used) + projection(credits, through) + ended(credits, used)
                + billed(credits)
                + (credits.biller() == Biller.ENTERPRISE
                        ? "; the enterprise's pool, from which they come, cannot be seen here"
                        : "")
                + ".";
    }

    private static String pool(CreditFigures credits, BigDecimal used) {
        Long included = credits.ownPool();
        return included == null || included == 0
                ? ""
                : " of the " + Numbers.count(included) + " included with the seats ("
                        + Numbers.percent(used.doubleValue() / included) + ")";
    }

    private static String projection(CreditFigures credits, LocalDate through) {
        BigDecimal projected = credits.projected();
        Long pool = credits.ownPool();
        return projected == null
                ? ""
                : ", on course for " + Numbers.count(whole(projected)) + " by "
                        + Dates.day(through.with(TemporalAdjusters.lastDayOfMonth()))
                        + (pool == null ? "" : beyond(whole(projected) - pool, credits.stopsAtUsd()));
    }

    /** Without a projection what is beyond the pool is what was used so far; and the budget has no other place. */
    private static String ended(CreditFigures credits, BigDecimal used) {
        if (credits.projected() != null) {
            return "";
        }
        Long pool = credits.ownPool();
        Long budget = credits.budget();
        return (pool == null || pool == 0 ? "" : beyond(whole(used) - pool, null))
                + (budget == null || budget == 0
                        ? ""
                        : ", " + Numbers.percent(used.doubleValue() / budget) + " of the policy's budget of "
                                + Numbers.count(budget));
    }

    /** Credits beyond the pool are sold at a cent each (github.md: Credits), until a budget on GitHub stops use. */
    private static String beyond(long credits, @Nullable Long stopsAtUsd) {
        if (credits <= 0) {
            return "";
        }
        return ", " + Numbers.count(credits) + " beyond that"
                + (stopsAtUsd == null
                        ? " (" + Numbers.usd(BigDecimal.valueOf(credits, 2)) + ")"
                        : ", but " + LimitWords.stop(stopsAtUsd));
    }

    /** What is bought is beyond the pool, also where the usage reports have fewer credits than it. */
    private static String billed(CreditFigures credits) {
        BigDecimal billed = credits.billedUsd();
        return billed == null
                ? ""
                : "; GitHub's billing report says " + Numbers.usd(billed) + " so far"
                        + (credits.buysCredits() ? " for credits beyond the pool, which is used up" : "");
    }

    static long whole(BigDecimal credits) {
        return credits.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
