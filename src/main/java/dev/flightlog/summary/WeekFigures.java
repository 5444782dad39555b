package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The organization in one week. People are distinct people of the week, never sums over days.
 *
 * @param days published days that were counted, 0 to 7
 * @param seats seats held about when the week was posted; null for weeks before the seats were first read
 * @param completionGenerations generations of {@code feature = code_completion} only
 * @param completionAcceptances acceptances of {@code feature = code_completion} only
 * @param pullRequests null where GitHub reports none
 */
public record WeekFigures(
        IsoWeek week,
        int days,
        @Nullable Integer seats,
        int activeUsers,
        int agentUsers,
        int chatUsers,
        int cliUsers,
        long completionGenerations,
        long completionAcceptances,
        BigDecimal aiCredits,
        @Nullable PullRequests pullRequests) {
    public WeekFigures {
        if (days < 0 || days > 7) {
            throw new IllegalArgumentException("days must be 0 to 7, but is " + days);
        }
        if (completionAcceptances < 0 || completionGenerations < 0) {
            throw new IllegalArgumentException("completions must not be negative, but are " + completionAcceptances
                    + " of " + completionGenerations);
        }
    }

    public WeekFigures withSeats(@Nullable Integer held) {
        return new WeekFigures(
                week,
                days,
                held,
                activeUsers,
                agentUsers,
                chatUsers,
                cliUsers,
                completionGenerations,
                completionAcceptances,
                aiCredits,
                pullRequests);
    }

    /** Acceptances by generations of code completions; null where nothing was offered. */
    public @Nullable Double acceptanceRate() {
        return completionGenerations == 0 ? null : (double) completionAcceptances / completionGenerations;
    }

    /** Pull requests merged in the week. One that Copilot both wrote and reviewed is in both numbers. */
    public record PullRequests(int written, int reviewed) {}
}
