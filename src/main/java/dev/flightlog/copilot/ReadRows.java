package dev.flightlog.copilot;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading a part file.
 *
 * @param rows rows that were taken
 * @param leftOut rows that could not be read, or that name nobody
 * @param firstProblem of the first row that was left out, without its content; null where none was
 */
public record ReadRows(long rows, long leftOut, @Nullable String firstProblem) {
    public static final ReadRows NONE = new ReadRows(0, 0, null);

    /** The two together. */
    public ReadRows and(ReadRows other) {
        return new ReadRows(
                rows + other.rows, leftOut + other.leftOut, firstProblem == null ? other.firstProblem : firstProblem);
    }
}
