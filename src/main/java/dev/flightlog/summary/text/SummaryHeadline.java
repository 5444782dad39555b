package dev.flightlog.summary.text;

import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.LocalDate;

/** The one sentence to read: seats in use, idle spend, and how far the data go. */
public final class SummaryHeadline {
    private SummaryHeadline() {}

    public static String render(WeeklySummary summary) {
        SeatFigures seats = summary.seats();
        if (seats == null) {
            return "**" + capital(data(summary.coverage())) + ".** " + SeatWords.unknown(summary.seatsKnown());
        }
        return "**" + seats(seats, SeatWords.asOf(summary.seatsKnown())) + " and " + data(summary.coverage()) + ".**";
    }

    private static String seats(SeatFigures seats, String asOf) {
        if (seats.total() == 0) {
            return "No seats are assigned" + asOf + ",";
        }
        return Numbers.count(seats.inUse()) + " of " + Numbers.plural(seats.total(), "seat")
                + (seats.inUse() == 1 ? " is" : " are") + " in use" + asOf + ", " + idle(seats.idle());
    }

    private static String idle(SeatFigures.IdleSeats idle) {
        if (idle.total() == 0) {
            return "none is idle,";
        }
        return Numbers.plural(idle.total(), "idle seat") + (idle.total() == 1 ? " costs " : " cost ")
                + Numbers.usd(idle.totalUsd()) + " a month,";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String data(Coverage coverage) {
        LocalDate completeTo = coverage.completeTo();
        return completeTo == null
                ? "the data are incomplete from the first day"
                : "the data are complete to " + Dates.day(completeTo);
    }
}
