package dev.flightlog.usage;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What one person used on a UTC day. */
public record PersonDay(
        LocalDate day,
        boolean active,
        boolean agent,
        boolean chat,
        boolean cli,
        boolean app,
        long prompts,
        long completionsShown,
        long completionsAccepted,
        long linesAdded,
        BigDecimal credits) {}
