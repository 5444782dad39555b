package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a report.
 *
 * @param day the report's day; for a 28-day report its last one
 * @param digest null until it was imported
 * @param perPeriod true for a users report whose rows are about the whole period
 * @param attemptedAt last attempt, whatever the result
 */
public record LedgerEntry(
        ReportKind kind,
        LocalDate day,
        LocalDate firstDay,
        Outcome outcome,
        @Nullable String digest,
        boolean perPeriod,
        int parts,
        long rows,
        long bytes,
        Instant attemptedAt,
        @Nullable Instant importedAt,
        @Nullable Instant restatedAt,
        @Nullable String problem) {

    /** The state of a report. */
    public enum Outcome {
        IMPORTED,
        NO_DATA,
        FAILED
    }

    public LedgerEntry {
        if (day.isBefore(firstDay)) {
            throw new IllegalArgumentException("day must not be before " + firstDay + ", but is " + day);
        }
    }

    public boolean imported() {
        return outcome == Outcome.IMPORTED;
    }

    boolean covers(LocalDate other) {
        return !other.isBefore(firstDay) && !other.isAfter(day);
    }
}
