package dev.flightlog.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An ISO week, Monday to Sunday in UTC, written {@code 2026-W46}. */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {
    /** Written weeks begin here: Copilot has none before, and a few weeks earlier must be a week too. */
    private static final int FIRST_YEAR_WRITTEN = 2000;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-[Ww](\\d{2})");
    private static final Comparator<IsoWeek> ORDER =
            Comparator.comparingInt(IsoWeek::year).thenComparingInt(IsoWeek::week);

    public IsoWeek {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("year must be from 1 to 9999, but is " + year);
        }
        if (week < 1 || week > weeksOf(year)) {
            throw new IllegalArgumentException(
                    "week of " + year + " must be from 1 to " + weeksOf(year) + ", but is " + week);
        }
    }

    /** The week this day belongs to. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /**
     * Reads {@code 2026-W46}; nothing for anything else, also for years before 2000 and for a week 53 that the year does
     * not have.
     */
    public static Optional<IsoWeek> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        int week = Integer.parseInt(written.group(2));
        boolean exists = year >= FIRST_YEAR_WRITTEN && week >= 1 && week <= weeksOf(year);
        return exists ? Optional.of(new IsoWeek(year, week)) : Optional.empty();
    }

    /** The week's first day. */
    public LocalDate monday() {
        // January 4 lies in week 1 of its year by definition.
        return LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
    }

    /** The week's last day. */
    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    /** The moment after its last, in UTC. */
    public Instant end() {
        return monday().plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public IsoWeek previous() {
        return of(monday().minusWeeks(1));
    }

    public IsoWeek next() {
        return of(monday().plusWeeks(1));
    }

    /** The week so many weeks earlier; later for a negative number. */
    public IsoWeek minusWeeks(long weeks) {
        return of(monday().minusWeeks(weeks));
    }

    /** Its seven days, Monday first. */
    public Stream<LocalDate> days() {
        return monday().datesUntil(monday().plusWeeks(1));
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    @Override
    public int compareTo(IsoWeek other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, week);
    }

    private static int weeksOf(int year) {
        return LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
