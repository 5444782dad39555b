package dev.flightlog.web;

import dev.flightlog.text.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as pages write them: relative for the eye, absolute at hand. */
public final class Times {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int SHORT_SECONDS = 90;
    private static final int SHORT_MINUTES = 90;
    private static final int SHORT_HOURS = 48;
    private static final int SHORT_DAYS = 60;
    private static final int DAYS_OF_MONTH = 30;

    private Times() {}

    /** "Nov 28, 2026, 13:05", in UTC. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** "3 hours ago", "in 2 days", "now". */
    public static String relative(Instant moment, Instant now) {
        Duration past = Duration.between(moment, now);
        if (past.abs().toSeconds() < 1) {
            return "now";
        }
        return past.isNegative() ? "in " + span(past.negated()) : span(past) + " ago";
    }

    /** "today", "yesterday", "3 days ago", "in 2 days", by UTC days. */
    public static String relative(LocalDate day, Instant now) {
        long past = now.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay() - day.toEpochDay();
        if (past == 0) {
            return "today";
        }
        if (past == 1) {
            return "yesterday";
        }
        return past == -1 ? "tomorrow" : past < 0 ? "in " + days(-past) : days(past) + " ago";
    }

    private static String span(Duration time) {
        if (time.toSeconds() < SHORT_SECONDS) {
            return Numbers.plural(time.toSeconds(), "second");
        }
        if (time.toMinutes() < SHORT_MINUTES) {
            return Numbers.plural(time.toMinutes(), "minute");
        }
        return time.toHours() < SHORT_HOURS ? Numbers.plural(time.toHours(), "hour") : days(time.toDays());
    }

    private static String days(long days) {
        return days < SHORT_DAYS ? Numbers.plural(days, "day") : Numbers.plural(days / DAYS_OF_MONTH, "month");
    }
}
