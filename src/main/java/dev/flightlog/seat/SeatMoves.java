package dev.flightlog.seat;

/**
 * Seats that were given and that ended in a time.
 *
 * @param given people who got a seat
 * @param ended people who lost theirs
 */
public record SeatMoves(int given, int ended) {
    public SeatMoves {
        if (given < 0 || ended < 0) {
            throw new IllegalArgumentException(
                    "given and ended must not be negative, but are " + given + " and " + ended);
        }
    }
}
