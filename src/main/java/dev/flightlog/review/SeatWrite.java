package dev.flightlog.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request that changes seats at GitHub, noted before it is sent.
 *
 * @param sent how many people it names
 * @param answer what GitHub said; nothing while that is not known
 */
public record SeatWrite(UUID id, Instant claimedAt, int sent, Optional<Answer> answer) {
    /** Longer than one request may take: before that, a request without an answer may still be on its way. */
    public static final Duration MAX_FLIGHT = Duration.ofSeconds(30);

    /** GitHub's listing may lag behind its answer; documented is nothing. */
    static final Duration MAX_LAG = Duration.ofMinutes(15);

    /** GitHub's answer, with the number of seats that it says it changed. */
    public record Answer(Instant at, int seats) {}

    /** GitHub did to as many seats as were named. */
    public boolean addsUp() {
        return answer.filter(said -> said.seats() == sent).isPresent();
    }
}
