package dev.flightlog.review.act;

import dev.flightlog.review.Who;

/**
 * Who asks for something.
 *
 * @param admin what GitHub says at this moment, not what was stored
 * @param origin the comment or click; a job that runs again has the same
 */
public record Actor(Who who, boolean admin, String origin) {
    public Actor {
        if (origin.isBlank()) {
            throw new IllegalArgumentException("origin must not be blank");
        }
    }
}
