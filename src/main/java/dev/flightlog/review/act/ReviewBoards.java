package dev.flightlog.review.act;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatFactsStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Combines a review's list with what is known of its people now. */
@Singleton
public class ReviewBoards {
    private final ReviewItemStore items;
    private final SeatFactsStore seats;
    private final DirectoryStore directory;
    private final Policies policies;
    private final InstantSource clock;

    ReviewBoards(
            ReviewItemStore items,
            SeatFactsStore seats,
            DirectoryStore directory,
            Policies policies,
            InstantSource clock) {
        this.items = items;
        this.seats = seats;
        this.directory = directory;
        this.policies = policies;
        this.clock = clock;
    }

    public ReviewBoard of(long org, Review review) {
        List<ReviewItem> list = items.of(org, review.number());
        Map<Long, SeatNow> now =
                seats(org, list.stream().map(ReviewItem::personId).toList());
        return ReviewBoard.of(
                review,
                list,
                now,
                seats.goingOn(org),
                policies.inForce(org).policy().seats(),
                clock.instant());
    }

    /** By person; who is known of nowhere is left out. */
    Map<Long, SeatNow> seats(long org, Collection<Long> people) {
        Set<Long> members = directory.membersAmong(org, people);
        Map<Long, SeatNow> now = new HashMap<>();
        members.forEach(person -> now.put(person, new SeatNow(Optional.empty(), true)));
        for (Seat seat : seats.ofPeople(org, people)) {
            now.put(seat.personId(), new SeatNow(Optional.of(seat), members.contains(seat.personId())));
        }
        return now;
    }
}
