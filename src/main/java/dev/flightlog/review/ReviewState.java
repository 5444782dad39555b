package dev.flightlog.review;

import java.time.Instant;
import java.util.Optional;

/** Where a review is in its life. One review of an organization is open at a time. */
public sealed interface ReviewState {
    /** People are asked what they still need. */
    record Proposed() implements ReviewState {}

    /** Somebody agreed; the notice may still run. */
    record Approved(Approval approval) implements ReviewState {}

    /** The notice is over: seats are being taken back, by Flightlog or by hand. */
    record Executing(Approval approval) implements ReviewState {}

    /** Every line has its last word, but for an undo. */
    record Done(Approval approval, Instant at) implements ReviewState {}

    record Cancelled(Who by, Instant at) implements ReviewState {}

    /** Nobody approved it in time. */
    record Expired(Instant at) implements ReviewState {}

    /** True while something may still follow by itself. */
    default boolean open() {
        return switch (this) {
            case Proposed _, Approved _, Executing _ -> true;
            case Done _, Cancelled _, Expired _ -> false;
        };
    }

    default Optional<Approval> agreed() {
        return switch (this) {
            case Approved(Approval approval) -> Optional.of(approval);
            case Executing(Approval approval) -> Optional.of(approval);
            case Done(Approval approval, Instant _) -> Optional.of(approval);
            case Proposed _, Cancelled _, Expired _ -> Optional.empty();
        };
    }

    /** As it is stored and shown. */
    default String word() {
        return switch (this) {
            case Proposed _ -> "proposed";
            case Approved _ -> "approved";
            case Executing _ -> "executing";
            case Done _ -> "done";
            case Cancelled _ -> "cancelled";
            case Expired _ -> "expired";
        };
    }
}
