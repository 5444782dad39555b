package dev.flightlog.digest;

/**
 * How the digest of an organization is.
 *
 * @param sentence in words, plain text; empty where the digest is off
 */
public record DigestStatus(State state, String sentence) {
    public static final DigestStatus OFF = new DigestStatus(State.OFF, "");

    /** The same with one more sentence. */
    DigestStatus with(String more) {
        return new DigestStatus(state, sentence + " " + more);
    }

    /** Whether somebody must do something. */
    public enum State {
        OFF,
        FINE,
        WAITS,
        NEEDS_A_PERSON
    }
}
