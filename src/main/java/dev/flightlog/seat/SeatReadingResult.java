package dev.flightlog.seat;

import dev.flightlog.text.Numbers;
import org.jspecify.annotations.Nullable;

/** What came of reading the seat listing. */
public sealed interface SeatReadingResult {
    /**
     * It is in force.
     *
     * @param leftOut entries that name no person or no date
     * @param shortfall what GitHub counts and did not list
     */
    record Read(SeatChanges changes, int leftOut, Shortfall shortfall) implements SeatReadingResult {
        Read(SeatChanges changes) {
            this(changes, 0, Shortfall.NONE);
        }

        /** What was left out or is missing, in sentences; null for nothing. */
        public @Nullable String note() {
            String unreadable = leftOut == 0
                    ? null
                    : "Left out of GitHub's listing of seats: " + Numbers.plural(leftOut, "entry", "entries")
                            + " without a person or a date.";
            String missing = shortfall.sentence();
            if (unreadable == null || missing == null) {
                return unreadable == null ? missing : unreadable;
            }
            return unreadable + " " + missing;
        }
    }

    /**
     * The listing cannot be true; the last one stays in force.
     *
     * @param why one sentence for administrators
     */
    record Refused(String why) implements SeatReadingResult {}
}
