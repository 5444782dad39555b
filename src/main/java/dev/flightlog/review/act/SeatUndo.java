package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Memberships;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.seat.Seat;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes cancellations of a review back while the seats still run: reads all seats, claims, sends one request for each part,
 * and confirms by a new listing. What an earlier run left open is looked up first.
 */
@Singleton
class SeatUndo {
    private final SeatsNow listing;
    private final Settling settling;
    private final SeatSending sending;
    private final Memberships memberships;
    private final ReviewItemStore items;
    private final ReviewBoards boards;
    private final SeatTrailStore trail;
    private final Database database;
    private final InstantSource clock;

    SeatUndo(
            SeatsNow listing,
            Settling settling,
            SeatSending sending,
            Memberships memberships,
            ReviewItemStore items,
            ReviewBoards boards,
            SeatTrailStore trail,
            Database database,
            InstantSource clock) {
        this.listing = listing;
        this.settling = settling;
        this.sending = sending;
        this.memberships = memberships;
        this.items = items;
        this.boards = boards;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /** Looks up undos that an earlier run left open. When to look again, where something is not known yet. */
    Optional<Instant> settle(Organization organization, int number) {
        boolean undoing = items.of(organization.id(), number).stream()
                .anyMatch(item -> item.state() instanceof ItemState.Undoing);
        return undoing && listing.readUnlessRecent(organization)
                ? settling.settle(organization.id(), number)
                : Optional.empty();
    }

    /**
     * Gives these people of a review their seats back, as far as they still run.
     *
     * @return by person, why it is not done, in words; nothing at all where GitHub's list was not whole, so that nothing
     *     was decided
     * @throws GitHubException where the outcome is not known or GitHub has no time: come again, nothing is doubled
     */
    Optional<Map<Long, String>> giveBack(Organization organization, int number, Set<Long> people) {
        long org = organization.id();
        if (!listing.read(organization)) {
            return Optional.empty();
        }
        settling.settle(org, number);
        Map<Long, String> left = new HashMap<>();
        List<ReviewItem> sure = sure(organization, number, people, left);
        Optional<GitHubException> unknown = Optional.empty();
        for (int start = 0; start < sure.size(); start += SeatRemoval.BATCH) {
            List<ReviewItem> part = sure.subList(start, Math.min(sure.size(), start + SeatRemoval.BATCH));
            Optional<GitHubException> lost = send(organization, number, part, left);
            unknown = lost.isPresent() ? lost : unknown;
        }
        unknown.ifPresent(why -> {
            throw why;
        });
        if (!sure.isEmpty() && listing.read(organization)) {
            settling.settle(org, number);
        }
        return Optional.of(left);
    }

    private List<ReviewItem> sure(Organization organization, int number, Set<Long> people, Map<Long, String> left) {
        long org = organization.id();
        Map<Long, SeatNow> seats = boards.seats(org, people);
        List<ReviewItem> sure = new ArrayList<>();
        for (ReviewItem item : items.of(org, number)) {
            if (people.contains(item.personId()) && item.state() instanceof ItemState.Removed) {
                Seat seat =
                        seats.getOrDefault(item.personId(), SeatNow.GONE).seat().orElse(null);
                if (seat == null) {
                    left.put(item.personId(), "the seat has ended");
                } else if (seat.pendingCancellationDate() == null) {
                    undoneByHand(org, number, item);
                } else if (!isMember(organization, item.personId(), seat.login())) {
                    left.put(item.personId(), "left the organization");
                } else {
                    sure.add(item);
                }
            }
        }
        return sure;
    }

    /** Writes down whose cancellation people took back, by the seats that were read last. */
    void noticeByHand(long org, int number) {
        List<ReviewItem> removed = items.of(org, number).stream()
                .filter(item -> item.state() instanceof ItemState.Removed)
                .toList();
        Map<Long, SeatNow> seats =
                boards.seats(org, removed.stream().map(ReviewItem::personId).toList());
        removed.stream()
                .filter(item -> seats.getOrDefault(item.personId(), SeatNow.GONE)
                        .seat()
                        .filter(seat -> seat.pendingCancellationDate() == null)
                        .isPresent())
                .forEach(item -> undoneByHand(org, number, item));
    }

    private void undoneByHand(long org, int number, ReviewItem item) {
        database.transact(() -> {
            if (items.undoneByHand(org, number, item.personId(), clock.instant())) {
                tell(org, number, Action.UNDONE, item, "by hand: somebody took the cancellation back at GitHub");
            }
        });
    }

    private boolean isMember(Organization organization, long person, String login) {
        return switch (memberships
                .ofPerson(organization.access(), organization.login(), person, login)
                .membership()) {
            case OWNER, MEMBER -> true;
            case PENDING, NONE -> false;
        };
    }

    /** Why nobody knows what came of it; nothing where it is known, or no answer is missing. */
    private Optional<GitHubException> send(
            Organization organization, int number, List<ReviewItem> part, Map<Long, String> left) {
        long org = organization.id();
        UUID write = UUID.randomUUID();
        List<Long> claimed = items.claimUndo(
                org, number, part.stream().map(ReviewItem::personId).toList(), write, clock.instant());
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, SeatNow> seats = boards.seats(org, claimed);
        List<String> logins = claimed.stream()
                .map(person -> seats.getOrDefault(person, SeatNow.GONE)
                        .seat()
                        .orElseThrow()
                        .login())
                .toList();
        switch (sending.assign(organization, write, logins)) {
            case Sent.Answered _ -> {}
            case Sent.NotTaken(String why) -> {
                release(org, number, part, write, "GitHub refused: " + why);
                if (part.size() > 1) {
                    // One of them may be the reason.
                    return part.stream()
                            .map(item -> send(organization, number, List.of(item), left))
                            .flatMap(Optional::stream)
                            .reduce((_, last) -> last);
                }
                claimed.forEach(person -> left.put(person, "GitHub refused: " + why));
            }
            case Sent.NotPermitted(String why) -> {
                release(org, number, part, write, "GitHub does not permit it: " + why);
                claimed.forEach(person -> left.put(person, "GitHub does not permit it: " + why));
            }
            case Sent.NotDone(GitHubException why) -> {
                release(org, number, part, write, "GitHub had no time");
                throw why;
            }
            case Sent.Unknown(GitHubException why) -> {
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }

    private void release(long org, int number, List<ReviewItem> part, UUID write, String why) {
        for (ReviewItem item : part) {
            if (item.state() instanceof ItemState.Removed(var endsOn, var _, var _)) {
                database.transact(() -> {
                    if (items.stillRemoved(org, number, item.personId(), write, endsOn, clock.instant())) {
                        tell(org, number, Action.LOOKED_UP, item, "the seat was not given back: " + why);
                    }
                });
            }
        }
    }

    private void tell(long org, int number, Action action, ReviewItem item, String detail) {
        Who subject = new Who(item.personId(), item.login());
        trail.add(org, TrailEntry.ofSeat(clock.instant(), action, Optional.empty(), number, subject, detail));
    }
}
