package dev.flightlog.review;

import java.util.List;

/**
 * What a review of now would propose.
 *
 * @param items the list, seats assigned directly first, each part longest unused first
 * @param more seats beyond the list that were unused as long
 * @param refused seats that were unused as long, and that GitHub refused to take back before
 */
public record Proposal(List<ReviewItem> items, int more, int refused) {
    public Proposal {
        items = List.copyOf(items);
    }

    /** Seats that may be taken back. */
    public List<ReviewItem> direct() {
        return items.stream().filter(ReviewItem::direct).toList();
    }

    /** Seats that end only when a team changes. */
    public List<ReviewItem> throughTeams() {
        return items.stream().filter(item -> !item.direct()).toList();
    }
}
