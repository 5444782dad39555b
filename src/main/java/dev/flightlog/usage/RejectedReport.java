package dev.flightlog.usage;

import dev.flightlog.copilot.ReportKind;
import java.time.LocalDate;

/** What GitHub sent is no report, or only the beginning of one. Nothing of it was stored; another try may bring it whole. */
public final class RejectedReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RejectedReport(ReportKind kind, LocalDate day, String problem) {
        super(kind.text() + " of " + day + ": " + problem);
    }
}
