package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.Figure;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The organization in one week. People are distinct people of the week, never sums over days. A figure to which too few
 * people contribute, or which would reveal such a group, is null.
 *
 * @param days published days that were counted, 0 to 7
 * @param seats seats held at the end of the week, or of the week that a post is about those held now where they were not
 *     read in it; null for weeks before the seats were first read
 * @param completionGenerations generations of {@code feature = code_completion} only
 * @param completionAcceptances acceptances of {@code feature = code_completion} only
 * @param suppressed which figures may not be shown; null in posts of before there was such a rule
 * @param pullRequests null where GitHub reports none, or not of each of these days
 * @param seatsUsed people who hold one of these seats and were active in the week; null for weeks before, and where it is
 *     not known
 */
public record WeekFigures(
        IsoWeek week,
        int days,
        @Nullable Integer seats,
        @Nullable Integer activeUsers,
        @Nullable Integer agentUsers,
        @Nullable Integer chatUsers,
        @Nullable Integer cliUsers,
        @Nullable Long completionGenerations,
        @Nullable Long completionAcceptances,
        @Nullable BigDecimal aiCredits,
        @Nullable PullRequests pullRequests,
        @Nullable Suppressed suppressed,
        @Nullable Integer seatsUsed) {
    public WeekFigures {
        if (days < 0 || days > 7) {
            throw new IllegalArgumentException("days must be 0 to 7, but is " + days);
        }
        if (negative(completionAcceptances) || negative(completionGenerations)) {
            throw new IllegalArgumentException("completions must not be negative, but are " + completionAcceptances
                    + " of " + completionGenerations);
        }
    }

    /** Whether every day is counted; sums and people of fewer days cannot be compared with those of a week. */
    public boolean isWhole() {
        return days == 7;
    }

    /** The same with the seats held, and how many of them were used. */
    public WeekFigures withSeats(@Nullable Integer held, @Nullable Integer used) {
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
                pullRequests,
                suppressed,
                activeUsers == null ? null : used);
    }

    private static boolean negative(@Nullable Long number) {
        return number != null && number < 0;
    }

    /** Without what may not be shown: the value itself is gone, from what is stored and from the API as well. */
    public WeekFigures showing(Suppressed shown) {
        return new WeekFigures(
                week,
                days,
                seats,
                shown.shows(Metric.ACTIVE) ? activeUsers : null,
                shown.shows(Metric.AGENT) ? agentUsers : null,
                shown.shows(Metric.CHAT) ? chatUsers : null,
                shown.shows(Metric.CLI) ? cliUsers : null,
                shown.shows(Metric.COMPLETION_GENERATIONS) ? completionGenerations : null,
                shown.shows(Metric.COMPLETION_ACCEPTANCES) ? completionAcceptances : null,
                shown.shows(Metric.AI_CREDITS) ? aiCredits : null,
                shown.hidden() ? null : pullRequests,
                shown,
                shown.shows(Metric.ACTIVE) ? seatsUsed : null);
    }

    public Figure<Integer> active() {
        return Suppressed.stored(activeUsers, suppressed, Metric.ACTIVE);
    }

    public Figure<Integer> agent() {
        return Suppressed.stored(agentUsers, suppressed, Metric.AGENT);
    }

    public Figure<Integer> chat() {
        return Suppressed.stored(chatUsers, suppressed, Metric.CHAT);
    }

    public Figure<Integer> cli() {
        return Suppressed.stored(cliUsers, suppressed, Metric.CLI);
    }

    /** Acceptances by generations of code completions; null where nothing was offered. */
    public @Nullable Double acceptanceRate() {
        return completionGenerations == null || completionAcceptances == null || completionGenerations == 0
                ? null
                : (double) completionAcceptances / completionGenerations;
    }

    /** Pull requests merged in the week. One that Copilot both wrote and reviewed is in both numbers. */
    public record PullRequests(int written, int reviewed) {}
}
