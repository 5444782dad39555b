package dev.flightlog.web;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.text.Dates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time that a page is about, in UTC days, both ends included, and in what steps.
 *
 * @param preset null where somebody chose the days
 */
public record Period(
        LocalDate first,
        LocalDate last,
        Step step,
        @Nullable Preset preset) {
    private static final int MAX_DAYS = 400;
    private static final int MAX_DAYS_BY_DAY = 186;
    private static final int DAYS_SHOWN_BY_DAY = 31;
    private static final int DAYS_SHOWN_BY_WEEK = 200;
    private static final int LAST_DAYS_OF_WEEK = 6;

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before " + first + ", but is " + last);
        }
    }

    /** Times that need no dates. */
    public enum Preset {
        DAYS_28("28d", "28 days"),
        WEEKS_12("12w", "12 weeks"),
        YEAR("1y", "1 year");

        private final String key;
        private final String words;

        Preset(String key, String words) {
            this.key = key;
            this.words = words;
        }

        public String key() {
            return key;
        }

        public String words() {
            return words;
        }

        private LocalDate first(LocalDate last) {
            return switch (this) {
                case DAYS_28 -> last.minusDays(27);
                case WEEKS_12 -> IsoWeek.of(last).minusWeeks(11).monday();
                case YEAR -> last.minusYears(1).plusDays(1);
            };
        }
    }

    /** What one row is. */
    public enum Step {
        DAY,
        WEEK,
        MONTH;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String words() {
            return switch (this) {
                case DAY -> "Days";
                case WEEK -> "Weeks";
                case MONTH -> "Months";
            };
        }
    }

    /** The last twelve weeks, by week. */
    static Period usual(LocalDate today) {
        return of(null, null, null, null, null, today);
    }

    /** What was asked for; what makes no sense is as if it had not been said. */
    public static Period of(
            @Nullable String preset,
            @Nullable String from,
            @Nullable String to,
            @Nullable String since,
            @Nullable String by,
            LocalDate today) {
        LocalDate first = date(from == null ? since : from, today);
        if (first != null) {
            LocalDate asked = date(to, today);
            LocalDate last = asked == null ? today : asked;
            if (!last.isBefore(first)) {
                LocalDate earliest = last.minusDays(MAX_DAYS - 1L);
                LocalDate start = first.isBefore(earliest) ? earliest : first;
                return new Period(start, last, step(by, start, last), null);
            }
        }
        Preset chosen = Arrays.stream(Preset.values())
                .filter(each -> each.key.equals(preset))
                .findFirst()
                .orElse(Preset.WEEKS_12);
        LocalDate start = chosen.first(today);
        return new Period(start, today, step(by, start, today), chosen);
    }

    private static Step step(@Nullable String by, LocalDate first, LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        for (Step step : Step.values()) {
            if (step.key().equals(by) && (step != Step.DAY || days <= MAX_DAYS_BY_DAY)) {
                return step;
            }
        }
        if (days <= DAYS_SHOWN_BY_DAY) {
            return Step.DAY;
        }
        return days <= DAYS_SHOWN_BY_WEEK ? Step.WEEK : Step.MONTH;
    }

    private static @Nullable LocalDate date(@Nullable String text, LocalDate today) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 2000 && !date.isAfter(today) ? date : null;
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    /** Extended to whole weeks or months, because rows are always whole. */
    public Period whole() {
        return switch (step) {
            case DAY -> this;
            case WEEK ->
                new Period(
                        IsoWeek.of(first).monday(),
                        IsoWeek.of(last).monday().plusDays(LAST_DAYS_OF_WEEK),
                        step,
                        preset);
            case MONTH -> new Period(first.withDayOfMonth(1), last.withDayOfMonth(last.lengthOfMonth()), step, preset);
        };
    }

    /** The same time in other steps. */
    public Period in(Step other) {
        return new Period(first, last, other, preset);
    }

    /** Figures of a team's months are not kept, so weeks are shown in their place. */
    public Period byDayOrWeek() {
        return step == Step.MONTH ? in(Step.WEEK) : this;
    }

    boolean byDayIsPossible() {
        return last.toEpochDay() - first.toEpochDay() + 1 <= MAX_DAYS_BY_DAY;
    }

    /** "Aug 31 – Nov 18". */
    public String words() {
        return Dates.span(first, last);
    }

    /** Adds what was chosen to a link. */
    public Query into(Query query) {
        Query with = preset == null
                ? query.with("from", first.toString()).with("to", last.toString())
                : query.with("period", preset == Preset.WEEKS_12 ? "" : preset.key());
        return with.with("by", step == step(null, first, last) ? "" : step.key());
    }
}
