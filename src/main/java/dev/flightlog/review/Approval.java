package dev.flightlog.review;

import java.time.Instant;

/**
 * Somebody agreed that a review's seats are taken back.
 *
 * @param digest of the list that was approved, see {@link ListDigest}
 * @param seats the most seats that may be taken back because of it
 */
public record Approval(Who by, Instant at, String digest, int seats) {
    public Approval {
        if (seats < 0) {
            throw new IllegalArgumentException("seats must not be negative, but is " + seats);
        }
    }
}
