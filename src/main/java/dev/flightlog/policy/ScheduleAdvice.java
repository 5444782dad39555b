package dev.flightlog.policy;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.calendar.SummarySchedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Warns of a schedule by which no weekly post can be complete: GitHub publishes a day within two full UTC days. */
public final class ScheduleAdvice {
    private static final int DAYS_TO_PUBLISH = 3;

    private ScheduleAdvice() {}

    /** A warning with the line that is to be changed; nothing for a schedule by which the whole week is there. */
    public static Optional<Problem> warning(PolicyResult.Valid file) {
        SummarySchedule schedule = file.policy().summary().schedule();
        IsoWeek week = new IsoWeek(2026, 46);
        Instant published = week.sunday()
                .plusDays(DAYS_TO_PUBLISH)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        if (!schedule.dueFor(week).isBefore(published)) {
            return Optional.empty();
        }
        String path = Stream.of("summary.day", "summary.time", "summary.timezone")
                .filter(key -> file.positions().containsKey(key))
                .findFirst()
                .orElse("summary.day");
        return Optional.of(new Problem(
                Problem.Severity.WARNING,
                file.positions().getOrDefault(path, Span.START),
                path,
                schedule.day().name().toLowerCase(Locale.ROOT),
                "posts that are due before Wednesday 00:00 UTC wait, up to 48 hours, for the figures of Sunday, which"
                        + " GitHub publishes within two full UTC days.",
                Optional.of("wednesday")));
    }
}
