package dev.flightlog.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A span of UTC days, both ends included. */
public record Days(LocalDate since, LocalDate until) {
    private static final int USUAL = 28;
    private static final int MOST = 400;
    private static final int LAST_YEAR = 9999;

    /**
     * Reads {@code since} and {@code until}; without them the last 28 days.
     *
     * @throws ProblemException 400 for texts that are no dates, and for spans that are empty or longer than 400 days
     */
    public static Days of(@Nullable String since, @Nullable String until, LocalDate today) {
        LocalDate last = until == null ? today : date("until", until);
        LocalDate first = since == null ? last.minusDays(USUAL - 1) : date("since", since);
        if (first.isAfter(last)) {
            throw ProblemException.badRequest("since must not be after " + last);
        }
        if (first.isBefore(last.minusDays(MOST - 1))) {
            throw ProblemException.badRequest("at most " + MOST + " days may be asked for at once");
        }
        return new Days(first, last);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(since) && !day.isAfter(until);
    }

    /** @throws ProblemException 400 for a text that is no date, and for years that no calendar and no database has */
    static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // Reported below, with those out of range.
        }
        throw ProblemException.badRequest(
                name + " must be a date such as 2026-11-15, in a year from 1 to " + LAST_YEAR);
    }
}
