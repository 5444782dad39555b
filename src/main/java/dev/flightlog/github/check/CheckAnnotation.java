package dev.flightlog.github.check;

import dev.flightlog.github.Truncate;
import org.jspecify.annotations.Nullable;

/**
 * A remark at lines of a file. Title and message are cut where GitHub's limits are (github.md: Text limits).
 *
 * @param startLine from 1
 * @param startColumn from 1; columns only where the remark is on one line
 */
public record CheckAnnotation(
        String path,
        int startLine,
        int endLine,
        @Nullable Integer startColumn,
        @Nullable Integer endColumn,
        Level level,
        @Nullable String title,
        String message) {
    private static final int TITLE = 255;
    /** 64 KB, in characters of up to three bytes. */
    private static final int MESSAGE = 21_000;

    public CheckAnnotation {
        if (startLine < 1 || endLine < startLine) {
            throw new IllegalArgumentException(
                    "lines must be ordered and from 1, but are " + startLine + ".." + endLine);
        }
        if (startLine != endLine && (startColumn != null || endColumn != null)) {
            throw new IllegalArgumentException(
                    "columns need a single line, but lines are " + startLine + ".." + endLine);
        }
        if (message.isBlank()) {
            throw new IllegalArgumentException("message must not be blank");
        }
        title = title == null ? null : Truncate.to(TITLE, title);
        message = Truncate.to(MESSAGE, message);
    }

    /** A remark at a whole line. */
    public static CheckAnnotation at(String path, int line, Level level, String title, String message) {
        return new CheckAnnotation(path, line, line, null, null, level, title, message);
    }

    /** How bad it is. */
    public enum Level {
        NOTICE,
        WARNING,
        FAILURE
    }
}
