package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatWriteStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks once more at what a request claimed: the issue was edited since, and people may have said something meanwhile. */
@Singleton
class BeforeSending {
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final SeatWriteStore writes;
    private final RemovalLog log;
    private final Database database;
    private final InstantSource clock;

    BeforeSending(
            ReviewStore reviews,
            ReviewItemStore items,
            SeatWriteStore writes,
            RemovalLog log,
            Database database,
            InstantSource clock) {
        this.reviews = reviews;
        this.items = items;
        this.writes = writes;
        this.log = log;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Just before a request is sent: those of the claimed whom nobody kept meanwhile, none where somebody cancelled the
     * review. The others were not asked for. From now on the request may be on its way.
     */
    List<Long> stillToSend(long org, int number, List<Long> claimed, UUID write) {
        return database.inTransaction(() -> {
            Instant now = clock.instant();
            boolean goesOn = reviews.lockOpen(org)
                    .filter(review ->
                            review.number() == number && review.halted().isEmpty())
                    .isPresent();
            List<Long> toSend = new ArrayList<>();
            for (ReviewItem item : items.of(org, number)) {
                boolean ours = claimed.contains(item.personId())
                        && item.state() instanceof ItemState.Removing(UUID id, var _)
                        && id.equals(write);
                if (ours && goesOn && item.state() instanceof ItemState.Removing(var _, var keep) && keep.isEmpty()) {
                    toSend.add(item.personId());
                } else if (ours) {
                    items.proposedAgain(org, number, item.personId(), write, now)
                            .ifPresent(state -> log.notTaken(
                                    org,
                                    number,
                                    Action.LOOKED_UP,
                                    new Who(item.personId(), item.login()),
                                    state,
                                    "nothing was sent"));
                }
            }
            writes.sending(org, write, toSend.size(), now);
            return toSend;
        });
    }
}
