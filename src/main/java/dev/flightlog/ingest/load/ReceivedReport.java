package dev.flightlog.ingest.load;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.receive.ReceivedParts;
import java.time.LocalDate;

/** A report that was downloaded and parsed, and waits in temporary files to be stored. Closing forgets it. */
public final class ReceivedReport implements AutoCloseable {
    final long organizationId;
    final ReportKind kind;
    final LocalDate firstDay;
    final LocalDate day;
    final Load load;
    final ReceivedParts parts;

    ReceivedReport(
            long organizationId, ReportKind kind, LocalDate firstDay, LocalDate day, Load load, ReceivedParts parts) {
        this.organizationId = organizationId;
        this.kind = kind;
        this.firstDay = firstDay;
        this.day = day;
        this.load = load;
        this.parts = parts;
    }

    @Override
    public void close() {
        try (load) {
            parts.close();
        }
    }
}
