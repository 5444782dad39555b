package dev.flightlog.cost;

/**
 * That a budget on GitHub stops use before the month's end.
 *
 * @param usd US dollars beyond the pool at which it does; zero with the pool
 */
public record UseStop(long usd, Certainty certainty) {
    /** How sure it is. */
    public enum Certainty {
        /** The least of the projection is beyond it. */
        FORESEEN,
        /** The projection is beyond it, its least is not. */
        POSSIBLE,
        /** It has happened. */
        IN_FORCE
    }
}
