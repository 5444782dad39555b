package dev.flightlog.seat;

/** What came of reading the seat listing. */
public sealed interface SeatReadingResult {
    /** It is in force. */
    record Read(SeatChanges changes) implements SeatReadingResult {}

    /**
     * The listing cannot be true; the last one stays in force.
     *
     * @param why one sentence for administrators
     */
    record Refused(String why) implements SeatReadingResult {}
}
