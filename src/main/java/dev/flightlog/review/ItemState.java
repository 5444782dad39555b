package dev.flightlog.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What became of one seat in a review. */
public sealed interface ItemState {
    /** Nothing yet: what is known of the seat now says more, see {@link ReviewDecisions#word}. */
    record Candidate() implements ItemState {}

    /** Somebody needs it. */
    record Kept(Who by, Optional<String> reason) implements ItemState {}

    /** It was not to be taken back any more when its turn came. */
    record LeftOut(Word why) implements ItemState {}

    /** Claimed by a request to GitHub that is on its way, or not confirmed yet. */
    record Removing(UUID write) implements ItemState {}

    /**
     * GitHub's listing shows that it ends.
     *
     * @param endsOn at the latest
     */
    record Removed(LocalDate endsOn, RemovedBy by) implements ItemState {}

    /** GitHub did not take it back; for good. */
    record Failed(String reason) implements ItemState {}

    /** Claimed by a request that takes the cancellation back. */
    record Undoing(UUID write, LocalDate endsOn) implements ItemState {}

    /** It goes on. */
    record Undone() implements ItemState {}
}
