package dev.flightlog.seat;

import dev.flightlog.text.Numbers;
import org.jspecify.annotations.Nullable;

/** What came of reading the seat listing. */
public sealed interface SeatReadingResult {
    /**
     * It is in force.
     *
     * @param leftOut entries that name no person or no date
     */
    record Read(SeatChanges changes, int leftOut) implements SeatReadingResult {
        Read(SeatChanges changes) {
            this(changes, 0);
        }

        /** What was left out, as a sentence; null for nothing. */
        public @Nullable String note() {
            return leftOut == 0
                    ? null
                    : "Left out of GitHub's listing of seats: " + Numbers.plural(leftOut, "entry", "entries")
                            + " without a person or a date.";
        }
    }

    /**
     * The listing cannot be true; the last one stays in force.
     *
     * @param why one sentence for administrators
     */
    record Refused(String why) implements SeatReadingResult {}
}
