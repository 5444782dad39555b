package dev.flightlog.policy;

import java.util.List;

/** What differs between two policies in force, whatever their files look like. */
public final class PolicyDiff {
    private PolicyDiff() {}

    /** One key with its value before and after, as written in the file; escape them before posting. */
    public record Change(String path, String before, String after) {}

    /**
     * The keys whose values differ, in the order of the documentation. What only follows another key's value is no change
     * of its own: the change names what somebody wrote.
     */
    public static List<Change> between(Policy base, Policy head) {
        boolean reviewsFollow = base.reviewsFollowSeats() && head.reviewsFollowSeats();
        return PolicyKeys.ALL.stream()
                .filter(key -> !key.value().apply(base).equals(key.value().apply(head)))
                .filter(key -> key != PolicyKeys.REVIEWS_IDLE_AFTER || !reviewsFollow)
                .map(key -> new Change(key.path(), key.show(base), key.show(head)))
                .toList();
    }
}
