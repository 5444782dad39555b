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

    /**
     * Claimed by a request to GitHub that is on its way, or not confirmed yet.
     *
     * @param keep said meanwhile: it is kept if GitHub turns out not to have taken it
     */
    record Removing(UUID write, Optional<Kept> keep) implements ItemState {
        public Removing(UUID write) {
            this(write, Optional.empty());
        }
    }

    /**
     * GitHub's listing shows that it ends.
     *
     * @param endsOn at the latest
     * @param keepBy who said keep while GitHub was asked already; nobody usually
     */
    record Removed(LocalDate endsOn, RemovedBy by, Optional<Who> keepBy) implements ItemState {
        public Removed(LocalDate endsOn, RemovedBy by) {
            this(endsOn, by, Optional.empty());
        }
    }

    /**
     * GitHub did not take it back; for good.
     *
     * @param refused GitHub said no, so that an owner may find out there what stands against it
     */
    record Failed(String reason, boolean refused) implements ItemState {}

    /** Claimed by a request that takes the cancellation back. */
    record Undoing(UUID write, LocalDate endsOn) implements ItemState {}

    /**
     * It goes on.
     *
     * @param removedBy who had ended it
     */
    record Undone(RemovedBy removedBy) implements ItemState {}
}
