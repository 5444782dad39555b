package dev.flightlog.directory;

/** GitHub listed nothing where something is known. The last listing is kept; trying again is right. */
public final class EmptyListingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmptyListingException(String what) {
        super("GitHub listed no " + what + "; the last listing is kept");
    }
}
