package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportKind;
import java.time.LocalDate;

/** What GitHub sent is no report, or only the beginning of one. Nothing of it was stored; another try may bring it whole. */
public final class RejectedReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RejectedReportException(ReportKind kind, LocalDate day, String problem) {
        super(kind.text() + " of " + day + ": " + problem);
    }
}
