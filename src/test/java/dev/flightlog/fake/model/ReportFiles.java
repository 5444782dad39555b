package dev.flightlog.fake.model;

import java.io.IOException;
import java.io.OutputStream;

/** The part files of one report; a part is written when it is asked for, never kept. */
public record ReportFiles(int parts, PartWriter writer) {
    /** Writes one part. */
    @FunctionalInterface
    public interface PartWriter {
        /**
         * Writes the NDJSON of a part.
         *
         * @throws IOException when the reader has gone away
         */
        void write(int part, OutputStream out) throws IOException;
    }

    public ReportFiles {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be 1 or more: " + parts);
        }
    }
}
