package dev.flightlog.web;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.UsagePoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words cells of tables as posts do. */
public final class Rows {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.ENGLISH);
    private static final int DAYS_OF_WEEK = 7;

    private Rows() {}

    /** What a row of this step is called. */
    public static String label(Period.Step step, LocalDate first, int days) {
        return switch (step) {
            case DAY -> WEEKDAY.format(first);
            case WEEK -> Dates.weekTitle(first) + (days < DAYS_OF_WEEK ? ", " + days + " of 7 days" : "");
            case MONTH ->
                MONTH.format(first)
                        + (days < first.lengthOfMonth() ? ", " + days + " of " + first.lengthOfMonth() + " days" : "");
        };
    }

    /** Whether every day of the row has data. */
    public static boolean whole(Period.Step step, LocalDate first, int days) {
        return switch (step) {
            case DAY -> true;
            case WEEK -> days == DAYS_OF_WEEK;
            case MONTH -> days == first.lengthOfMonth();
        };
    }

    /** The same on an axis. */
    public static String brief(Period.Step step, LocalDate first) {
        return switch (step) {
            case DAY, WEEK -> Dates.day(first);
            case MONTH -> SHORT_MONTH.format(first);
        };
    }

    /** The first day of the row that a day belongs to. */
    public static LocalDate start(Period.Step step, LocalDate day) {
        return switch (step) {
            case DAY -> day;
            case WEEK -> IsoWeek.of(day).monday();
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    public static String rate(UsagePoint point) {
        return Numbers.percent(point.completionsAccepted(), point.completionsShown());
    }

    public static String count(@Nullable Integer number) {
        return number == null ? Numbers.NONE : Numbers.count(number);
    }

    public static String whole(BigDecimal number) {
        return Numbers.count(number.setScale(0, RoundingMode.HALF_UP).longValue());
    }
}
