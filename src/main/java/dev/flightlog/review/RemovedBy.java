package dev.flightlog.review;

import java.util.Locale;

/** Who ended a seat of a review's list. */
public enum RemovedBy {
    /** Flightlog, or people whom the review asked to do it by hand. */
    REVIEW,
    /** People, for reasons of their own: an undo of the review leaves it alone. */
    PEOPLE;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RemovedBy of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
