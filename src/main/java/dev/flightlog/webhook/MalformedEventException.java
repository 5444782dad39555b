package dev.flightlog.webhook;

/** An event that lacks what makes it one. Trying again does not help; its message shows nothing of the payload. */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEventException(String what) {
        super(what);
    }
}
