package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads one row of a report. */
@FunctionalInterface
public interface RowReader {
    /**
     * Called with the parser at the row's opening brace; returns with it at the closing one.
     *
     * @throws InvalidReportException for a value that cannot be
     */
    void read(JsonParser row) throws IOException;
}
