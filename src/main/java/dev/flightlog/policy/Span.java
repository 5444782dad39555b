package dev.flightlog.policy;

/** A position in the file; lines and columns count from 1, {@code endColumn} is the last character's. */
public record Span(int line, int column, int endColumn) {
    /** The very start of a file. */
    public static final Span START = new Span(1, 1, 1);

    public Span {
        if (line < 1 || column < 1 || endColumn < column) {
            throw new IllegalArgumentException(
                    "span must count from 1 and end after its start, but is " + line + ":" + column + "-" + endColumn);
        }
    }
}
