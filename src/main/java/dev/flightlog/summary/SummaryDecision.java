package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done about an organization's weekly post at a moment. */
public sealed interface SummaryDecision {
    /** The week is whole, or as whole as it can be: post it. */
    record Post(IsoWeek week) implements SummaryDecision {}

    /** Days are missing and may still come. */
    record WaitForDays(IsoWeek week, List<LocalDate> missing, Instant until) implements SummaryDecision {
        public WaitForDays {
            missing = List.copyOf(missing);
        }
    }

    /** The first load is not complete: no first post of half of it. */
    record WaitForLoad(Instant until) implements SummaryDecision {}

    /** Data look old, but nobody asked for newer ones since the organization, or this server, is back. */
    record WaitForUsage() implements SummaryDecision {}

    /** Days are missing and were waited for: post what there is, and say so. */
    record PostPartial(IsoWeek week, List<LocalDate> missing) implements SummaryDecision {
        public PostPartial {
            missing = List.copyOf(missing);
        }
    }

    /** Data have stopped: no summary, an alert. */
    record AlertStale(@Nullable LocalDate lastDay) implements SummaryDecision {}

    /** Posted already, or nothing to post before that moment. */
    record NothingToDo(Instant until) implements SummaryDecision {}
}
