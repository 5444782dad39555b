package dev.flightlog.seat;

import dev.flightlog.text.Numbers;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of reading the seat listing. */
public sealed interface SeatReadingResult {
    /**
     * It is in force.
     *
     * @param leftOut entries that name no person or no date
     * @param shortfall what GitHub counts and did not list
     * @param future times of activity or sign-in that are in the future, and count as none
     */
    record Read(SeatChanges changes, int leftOut, Shortfall shortfall, int future) implements SeatReadingResult {
        Read(SeatChanges changes) {
            this(changes, 0, Shortfall.NONE);
        }

        Read(SeatChanges changes, int leftOut, Shortfall shortfall) {
            this(changes, leftOut, shortfall, 0);
        }

        /** What was left out or is missing, in sentences; null for nothing. */
        public @Nullable String note() {
            String unreadable = leftOut == 0
                    ? null
                    : "Left out of GitHub's listing of seats: " + Numbers.plural(leftOut, "entry", "entries")
                            + " without a person or a date.";
            String odd = future == 0
                    ? null
                    : "Left out of GitHub's listing of seats: " + Numbers.plural(future, "time")
                            + " of last activity or sign-in in the future.";
            String note = Stream.of(unreadable, odd, shortfall.sentence())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            return note.isEmpty() ? null : note;
        }
    }

    /**
     * The listing cannot be true; the last one stays in force.
     *
     * @param why one sentence for administrators
     */
    record Refused(String why) implements SeatReadingResult {}
}
