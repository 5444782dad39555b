package dev.flightlog.summary;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatDecision;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;

/** Words for seats that are not known, or not as of today; the same in posts, checks and answers. Pure markdown. */
public final class SeatWords {
    private SeatWords() {}

    /** Why there are no figures, as a sentence; empty where there are. */
    public static String unknown(SeatsKnown known) {
        return switch (known) {
            case SeatsKnown.NeverRead(String cause) -> "Seats could not be read: " + Markdown.text(uncapital(cause));
            case SeatsKnown.NotOfThatTime _ -> "Seats of that time are not known.";
            case SeatsKnown.Fresh _, SeatsKnown.AsOf _ -> "";
        };
    }

    /** " as of Oct 19" behind a figure that rests on an old listing; else empty. */
    public static String asOf(SeatsKnown known) {
        return switch (known) {
            case SeatsKnown.AsOf(var day) -> " as of " + Dates.day(day);
            case SeatsKnown.Fresh _, SeatsKnown.NeverRead _, SeatsKnown.NotOfThatTime _ -> "";
        };
    }

    /** " (GitHub does not name the plan of 20, so that their price is not known)" behind a cost that lacks it; else empty. */
    public static String unpriced(SeatCost cost) {
        return cost.unpriced() == 0
                ? ""
                : " (GitHub does not name the plan of " + Numbers.count(cost.unpriced()) + ", so that "
                        + (cost.unpriced() == 1 ? "its" : "their") + " price is not known)";
    }

    /** Why a price is missing, and what helps, in a sentence below a list of seats; empty where none is. */
    public static String whyUnpriced(int seats) {
        return seats == 0
                ? ""
                : "The price of " + Numbers.plural(seats, "seat") + " is not known, because GitHub does not name "
                        + (seats == 1 ? "its" : "their") + " plan: " + REMEDY;
    }

    /** The same of one seat. */
    public static String whyUnpriced(SeatDecision seat) {
        return seat.monthlyPriceUsd().isPresent()
                ? ""
                : "The price of this seat is not known, because GitHub does not name its plan: " + REMEDY;
    }

    private static final String REMEDY =
            "an owner finds the plan under Settings, Copilot, Access, and prices are shown once GitHub's list of seats"
                    + " names it.";

    /** Why no team is shown, as a sentence: how large a team is shows only in its seats. Empty where seats are known. */
    public static String noTeams(SeatsKnown known) {
        return known.known()
                ? ""
                : "Teams are shown by how many of their people hold a seat, and that is not known. " + unknown(known);
    }

    /** A sentence after a colon; GitHub and the names of settings keep their capitals. */
    private static String uncapital(String sentence) {
        return sentence.startsWith("The ") || sentence.startsWith("An ")
                ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1)
                : sentence;
    }
}
