package dev.flightlog.summary;

import dev.flightlog.markdown.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** An ISO week of UTC days, Monday to Sunday. */
public record Week(LocalDate monday) implements Comparable<Week> {
    private static final int DAYS = 7;

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("monday must be a Monday, but " + monday + " is not");
        }
    }

    /** The week of any of its days. */
    public static Week of(LocalDate day) {
        return new Week(day.with(DayOfWeek.MONDAY));
    }

    /**
     * "2026-W46".
     *
     * @throws IllegalArgumentException for anything else, also for a week 53 that the year does not have
     */
    public static Week parse(String key) {
        try {
            return new Week(LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException("week must look like 2026-W46, but is " + key, other);
        }
    }

    /** "2026-W46"; the year is that of the ISO week, which may differ from the calendar's. */
    public String key() {
        return Dates.week(monday);
    }

    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1);
    }

    public Stream<LocalDate> days() {
        return monday.datesUntil(monday.plusDays(DAYS));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }

    /** The week so many weeks earlier; later for a negative number. */
    public Week minus(long weeks) {
        return new Week(monday.minusWeeks(weeks));
    }

    /** The last {@code count} weeks, oldest first, this one last. */
    public List<Week> back(int count) {
        return Stream.iterate(minus(count - 1L), week -> week.minus(-1))
                .limit(count)
                .toList();
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return key();
    }
}
