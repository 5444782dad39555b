package dev.flightlog.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What of a report was left out, because GitHub promises nothing about single rows.
 *
 * @param rows rows that could not be read, or that name nobody
 * @param values values of optional fields that were left empty
 * @param problem the first thing that was wrong, without what the row holds; null where nothing was
 */
public record LeftOut(long rows, long values, @Nullable String problem) {
    /** True where the report was read whole. */
    public boolean isNothing() {
        return rows == 0 && values == 0;
    }
}
