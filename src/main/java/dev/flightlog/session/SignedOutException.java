package dev.flightlog.session;

/** A page is only for people who are signed in. */
final class SignedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignedOutException() {
        super("signed out", null, false, false);
    }
}
