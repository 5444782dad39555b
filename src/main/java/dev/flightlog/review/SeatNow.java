package dev.flightlog.review;

import dev.flightlog.seat.Seat;
import java.util.Optional;

/**
 * What is known of one person now.
 *
 * @param seat the seat that they hold; nothing without one
 * @param member whether they are in the organization
 */
public record SeatNow(Optional<Seat> seat, boolean member) {
    /** Who is known of no more. */
    public static final SeatNow GONE = new SeatNow(Optional.empty(), false);
}
