package dev.flightlog.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Days and ISO weeks as they are written in posts, in English and the same in every locale. */
public final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    private Dates() {}

    /** "Nov 15". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "Nov 15, 2026". */
    public static String dayAndYear(LocalDate day) {
        return DAY_AND_YEAR.format(day);
    }

    /** "2026-W46" for any day of that week. */
    public static String week(LocalDate day) {
        int year = day.get(IsoFields.WEEK_BASED_YEAR);
        return String.format(Locale.ROOT, "%04d-W%02d", year, day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** "2026-W46 (Nov 9 – 15)" for any day of that week. */
    public static String weekTitle(LocalDate day) {
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        return week(day) + " (" + span(monday, monday.plusDays(6)) + ")";
    }

    /** "Nov 9 – 15", "Nov 30 – Dec 6", "Dec 28, 2026 – Jan 3, 2027", or one day alone. */
    public static String span(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before " + first + ", but is " + last);
        }
        if (first.equals(last)) {
            return day(first);
        }
        if (first.getYear() != last.getYear()) {
            return dayAndYear(first) + " – " + dayAndYear(last);
        }
        return day(first) + " – " + (first.getMonth() == last.getMonth() ? last.getDayOfMonth() : day(last));
    }

    /** "November". */
    public static String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
