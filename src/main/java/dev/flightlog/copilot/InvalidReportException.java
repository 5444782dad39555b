package dev.flightlog.copilot;

/** A report file is not what it should be: cut short, no JSON, or with values that cannot be. Names the row, never its content. */
public final class InvalidReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidReportException(String message) {
        super(message);
    }
}
