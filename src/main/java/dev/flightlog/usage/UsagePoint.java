package dev.flightlog.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was used on a UTC day, in an ISO week or in a calendar month, with distinct people.
 *
 * @param first its first day
 * @param days published days in it
 * @param cloudAgent people who used Copilot's cloud agent; null for a team
 * @param completionsShown of code completions only
 */
public record UsagePoint(
        LocalDate first,
        int days,
        int active,
        int chat,
        int agent,
        int cli,
        int app,
        @Nullable Integer cloudAgent,
        long completionsShown,
        long completionsAccepted,
        long linesAdded,
        BigDecimal credits) {
    /** Acceptances by generations of code completions; null where nothing was offered. */
    public @Nullable Double acceptanceRate() {
        return completionsShown == 0 ? null : (double) completionsAccepted / completionsShown;
    }
}
