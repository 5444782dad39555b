package dev.flightlog.usage;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One person's use of Copilot from the first day to the last, both included.
 *
 * @param completionsShown of code completions only
 * @param linesAdded agents included
 */
public record PersonUsage(
        LocalDate first,
        LocalDate last,
        int activeDays,
        int agentDays,
        int chatDays,
        int cliDays,
        long prompts,
        long completionsShown,
        long completionsAccepted,
        long linesAdded,
        BigDecimal aiCredits) {}
