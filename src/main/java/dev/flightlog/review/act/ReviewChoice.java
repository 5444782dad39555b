package dev.flightlog.review.act;

import java.time.Instant;

/** Which review somebody means. */
public sealed interface ReviewChoice {
    /** The one that they looked at, or named. */
    record Numbered(int number) implements ReviewChoice {}

    /** The one that was open when they asked; a later one is not what they saw. */
    record OpenAt(Instant askedAt) implements ReviewChoice {}
}
