package dev.flightlog.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member asks for a seat.
 *
 * @param number counts the organization's requests, from 1
 */
public record SeatRequest(int number, Who person, Optional<String> reason, Instant askedAt, State state) {
    /** What became of it. A person has one open request at most. */
    public sealed interface State {
        record Open() implements State {}

        /** Claimed by a request to GitHub whose effect is not confirmed yet. */
        record Granting(UUID write, Who by) implements State {}

        record Granted(Who by, Instant at) implements State {}

        record Declined(Who by, Instant at, Optional<String> reason) implements State {}

        /** The person got a seat in another way, or left. */
        record Overtaken(Instant at) implements State {}
    }
}
