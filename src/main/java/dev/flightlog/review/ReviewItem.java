package dev.flightlog.review;

import dev.flightlog.seat.SeatPlan;
import java.time.Instant;
import java.util.Optional;

/**
 * One seat in a review's list, which is fixed when the review starts: people may drop out, nobody can come in.
 *
 * @param position in the list, from 1; longest unused first
 * @param team slug of the team through which the seat was held when the review started; nothing for a seat assigned directly
 * @param unusedSince the last known activity, or since when the seat is there if it was never used
 * @param everUsed false where no activity was ever known
 */
public record ReviewItem(
        int position,
        long personId,
        String login,
        SeatPlan plan,
        Optional<String> team,
        Instant unusedSince,
        boolean everUsed,
        ItemState state) {
    public ReviewItem {
        if (position < 1) {
            throw new IllegalArgumentException("position must be above 0, but is " + position);
        }
    }

    /** Only a seat assigned directly can be taken back. */
    public boolean direct() {
        return team.isEmpty();
    }
}
