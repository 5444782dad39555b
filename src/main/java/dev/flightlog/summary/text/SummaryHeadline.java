package dev.flightlog.summary.text;

import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.LocalDate;

/** The one sentence to read: seats used, what giving idle ones back would save, and how far the data go. */
public final class SummaryHeadline {
    private SummaryHeadline() {}

    public static String render(WeeklySummary summary) {
        SeatFigures seats = summary.seats();
        String data = data(summary.coverage());
        if (seats == null) {
            return summary.seatsKnown() instanceof SeatsKnown.NotOfThatTime
                    ? past(summary.thisWeek(), data)
                    : "**" + capital(data) + ".** " + SeatWords.unknown(summary.seatsKnown());
        }
        return "**" + seats(summary, seats, SeatWords.asOf(summary.seatsKnown())) + "; " + data + ".**";
    }

    /** A past week, with only what was known then. */
    private static String past(WeekFigures week, String data) {
        Integer held = week.seats();
        String used = week.active().text(Numbers::count)
                + (Integer.valueOf(1).equals(week.activeUsers()) ? " person" : " people")
                + " used Copilot in this week";
        return held == null
                ? "**" + used + "; " + data + ".** Seats of that week are not known."
                : "**" + used + ", when " + Numbers.plural(held, "seat") + (held == 1 ? " was" : " were")
                        + " assigned; " + data + ".**";
    }

    private static String seats(WeeklySummary summary, SeatFigures seats, String asOf) {
        if (seats.total() == 0) {
            return "No seats are assigned" + asOf;
        }
        return used(summary, seats) + asOf + "; " + idle(seats.idle());
    }

    private static String used(WeeklySummary summary, SeatFigures seats) {
        Integer week = summary.thisWeek().seatsUsed();
        Integer then = summary.thisWeek().seats();
        long days = summary.provenance().idleAfterDays();
        String window = "in the last " + (days == 1 ? "day" : Numbers.count(days) + " days");
        String total = " of " + Numbers.plural(seats.total(), "seat");
        if (week == null) {
            return Numbers.count(seats.usedRecently()) + total + (seats.usedRecently() == 1 ? " was" : " were")
                    + " used " + window;
        }
        if (then != null && then != seats.total()) {
            return Numbers.count(week) + " of " + Numbers.plural(then, "seat") + (week == 1 ? " was" : " were")
                    + " used this week, and of the " + Numbers.count(seats.total()) + " held now "
                    + Numbers.count(seats.usedRecently()) + " " + window;
        }
        return Numbers.count(week) + total + (week == 1 ? " was" : " were") + " used this week, "
                + Numbers.count(seats.usedRecently()) + " " + window;
    }

    private static String idle(SeatFigures.IdleSeats idle) {
        if (idle.total() == 0) {
            return "no seat is idle";
        }
        IdleSaving saving = idle.saving();
        return Numbers.count(idle.total())
                + (idle.total() == 1 ? " is idle" : " are idle")
                + (saving == null ? "" : ", " + SavingWords.headline(saving));
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
