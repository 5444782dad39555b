package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.SeatWrite;
import dev.flightlog.review.Settlement;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.store.SeatWriteStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks up what became of seats that a request claimed, by a listing that was read since. */
@Singleton
class Settling {
    private final ReviewItemStore items;
    private final SeatWriteStore writes;
    private final SeatTrailStore trail;
    private final RemovalLog log;
    private final ReviewBoards boards;
    private final SeatsNow listing;
    private final Database database;
    private final InstantSource clock;

    Settling(
            ReviewItemStore items,
            SeatWriteStore writes,
            SeatTrailStore trail,
            RemovalLog log,
            ReviewBoards boards,
            SeatsNow listing,
            Database database,
            InstantSource clock) {
        this.items = items;
        this.writes = writes;
        this.trail = trail;
        this.log = log;
        this.boards = boards;
        this.listing = listing;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Settles every claimed seat of a review. Read the listing first.
     *
     * @return when to look again, where something is not known yet
     */
    Optional<Instant> settle(long org, int number) {
        List<Claimed> claimed = claimed(org, number);
        Instant now = clock.instant();
        Instant listedAt = listing.listedAt(org);
        Map<Long, Instant> saidAt = listing.saidAt(
                org, claimed.stream().map(each -> each.item().personId()).toList());
        Map<UUID, SeatWrite> found =
                writes.find(org, claimed.stream().map(Claimed::write).toList());
        Map<Long, SeatNow> seats = boards.seats(
                org, claimed.stream().map(each -> each.item().personId()).toList());
        List<Instant> waits = new ArrayList<>();
        for (Claimed each : claimed) {
            SeatWrite write = found.get(each.write());
            SeatNow seat = seats.getOrDefault(each.item().personId(), SeatNow.GONE);
            if (write == null) {
                throw new IllegalStateException("request " + each.write() + " is not known");
            }
            Instant known = earlier(listedAt, saidAt.getOrDefault(each.item().personId(), listedAt));
            settle(org, number, each, write, seat, known, now).ifPresent(waits::add);
        }
        return waits.stream().min(Instant::compareTo);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Optional<Instant> settle(
            long org, int number, Claimed claimed, SeatWrite write, SeatNow seat, Instant listedAt, Instant now) {
        return switch (claimed.item().state()) {
            case ItemState.Removing _ ->
                removal(org, number, claimed, write, Settlement.ofCancellation(write, seat, listedAt), now);
            case ItemState.Undoing(UUID _, LocalDate endsOn) ->
                undo(org, number, claimed, endsOn, write, Settlement.ofAssignment(write, seat, listedAt), now);
            case ItemState.Candidate _,
                    ItemState.Kept _,
                    ItemState.LeftOut _,
                    ItemState.Removed _,
                    ItemState.Failed _,
                    ItemState.Undone _ -> throw new IllegalStateException("nothing is claimed");
        };
    }

    private Optional<Instant> removal(
            long org, int number, Claimed claimed, SeatWrite write, Settlement settlement, Instant now) {
        long person = claimed.item().personId();
        return switch (settlement) {
            case Settlement.Happened(LocalDate endsOn) -> {
                database.transact(() -> {
                    if (items.removed(org, number, person, write.id(), endsOn, now)) {
                        tell(
                                org,
                                number,
                                Action.REMOVED,
                                claimed,
                                "ends on " + endsOn + " at the latest" + lost(write));
                    }
                });
                yield Optional.empty();
            }
            case Settlement.DidNotHappen _ -> {
                database.transact(() -> {
                    items.proposedAgain(org, number, person, write.id(), now)
                            .ifPresent(state -> log.notTaken(
                                    org,
                                    number,
                                    Action.LOOKED_UP,
                                    claimed.who(),
                                    state,
                                    "no answer came, and GitHub does not list the seat as cancelled"));
                });
                yield Optional.empty();
            }
            case Settlement.NotKnownYet(Instant lookAgain) -> Optional.of(lookAgain);
            case Settlement.Contradicted _ -> {
                contradicted(org, number, claimed, write, now);
                yield Optional.empty();
            }
        };
    }

    private void contradicted(long org, int number, Claimed claimed, SeatWrite write, Instant now) {
        String reason = write.addsUp()
                ? "GitHub said that it cancelled the seat, but lists it as before"
                : "GitHub's answer did not add up, and it lists the seat as before";
        database.transact(() -> {
            items.failed(org, number, claimed.item().personId(), write.id(), new ItemState.Failed(reason, false), now)
                    .ifPresent(state -> {
                        log.notTaken(org, number, Action.FAILED, claimed.who(), state, reason);
                        log.halt(org, number, reason);
                    });
        });
    }

    private Optional<Instant> undo(
            long org,
            int number,
            Claimed claimed,
            LocalDate endsOn,
            SeatWrite write,
            Settlement settlement,
            Instant now) {
        long person = claimed.item().personId();
        return switch (settlement) {
            case Settlement.Happened _ -> {
                database.transact(() -> {
                    if (items.undone(org, number, person, write.id(), now)) {
                        tell(org, number, Action.UNDONE, claimed, "the seat goes on" + lost(write));
                    }
                });
                yield Optional.empty();
            }
            case Settlement.NotKnownYet(Instant lookAgain) -> Optional.of(lookAgain);
            case Settlement.DidNotHappen _ -> {
                notGivenBack(org, number, claimed, endsOn, write, Action.LOOKED_UP, "the seat was not given back");
                yield Optional.empty();
            }
            case Settlement.Contradicted _ -> {
                String why =
                        "GitHub said that it gave the seat back, but lists it as ending; an admin can write undo again";
                notGivenBack(org, number, claimed, endsOn, write, Action.NOT_UNDONE, why);
                yield Optional.empty();
            }
        };
    }

    private void notGivenBack(
            long org, int number, Claimed claimed, LocalDate endsOn, SeatWrite write, Action action, String why) {
        database.transact(() -> {
            if (items.stillRemoved(org, number, claimed.item().personId(), write.id(), endsOn, clock.instant())) {
                tell(org, number, action, claimed, why);
            }
        });
    }

    private void tell(long org, int number, Action action, Claimed claimed, String detail) {
        trail.add(org, TrailEntry.ofSeat(clock.instant(), action, Optional.empty(), number, claimed.who(), detail));
    }

    private static String lost(SeatWrite write) {
        return write.answer().isEmpty() ? "; GitHub's answer was lost, so it was looked up" : "";
    }

    /** Whether anything of a review is claimed. */
    boolean waits(long org, int number) {
        return !claimed(org, number).isEmpty();
    }

    private List<Claimed> claimed(long org, int number) {
        List<Claimed> claimed = new ArrayList<>();
        for (ReviewItem item : items.of(org, number)) {
            switch (item.state()) {
                case ItemState.Removing(UUID write, var _) -> claimed.add(new Claimed(item, write));
                case ItemState.Undoing(UUID write, LocalDate _) -> claimed.add(new Claimed(item, write));
                case ItemState.Candidate _,
                        ItemState.Kept _,
                        ItemState.LeftOut _,
                        ItemState.Removed _,
                        ItemState.Failed _,
                        ItemState.Undone _ -> {}
            }
        }
        return claimed;
    }

    private record Claimed(ReviewItem item, UUID write) {
        Who who() {
            return new Who(item.personId(), item.login());
        }
    }
}
