package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.SeatRequest;
import dev.flightlog.review.SeatWrite;
import dev.flightlog.review.Settlement;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.store.SeatRequestStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.store.SeatWriteStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Requests whose seat was asked for at GitHub, or came otherwise: looks up what became of them and closes them. */
@Singleton
class PendingGrants {
    private final SeatRequestStore requests;
    private final SeatWriteStore writes;
    private final SeatTrailStore trail;
    private final SeatsNow listing;
    private final ReviewBoards boards;
    private final Database database;
    private final InstantSource clock;

    PendingGrants(
            SeatRequestStore requests,
            SeatWriteStore writes,
            SeatTrailStore trail,
            SeatsNow listing,
            ReviewBoards boards,
            Database database,
            InstantSource clock) {
        this.requests = requests;
        this.writes = writes;
        this.trail = trail;
        this.listing = listing;
        this.boards = boards;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Looks up grants that an earlier run left open, and closes requests of people who got a seat otherwise or left.
     *
     * @return when to look again, where something is not known yet
     */
    Optional<Instant> lookUp(Organization organization) {
        boolean granting = requests.open(organization.id()).stream()
                .anyMatch(request -> request.state() instanceof SeatRequest.State.Granting);
        return granting && !listing.readUnlessRecent(organization) ? Optional.empty() : settle(organization);
    }

    /** Settles open requests by the stored seats, which were just read. */
    Optional<Instant> settle(Organization organization) {
        long org = organization.id();
        List<SeatRequest> open = requests.open(org);
        List<Instant> waits = new ArrayList<>();
        for (SeatRequest request : open) {
            long person = request.person().personId();
            SeatNow seat = boards.seats(org, List.of(person)).getOrDefault(person, SeatNow.GONE);
            switch (request.state()) {
                case SeatRequest.State.Granting(UUID id, Who by) ->
                    settle(organization, request, id, by, seat).ifPresent(waits::add);
                case SeatRequest.State.Open _ -> overtake(org, request, seat);
                case SeatRequest.State.Granted _, SeatRequest.State.Declined _, SeatRequest.State.Overtaken _ -> {}
            }
        }
        return waits.stream().min(Instant::compareTo);
    }

    private Optional<Instant> settle(Organization organization, SeatRequest request, UUID id, Who by, SeatNow seat) {
        long org = organization.id();
        Instant now = clock.instant();
        SeatWrite sent = Objects.requireNonNull(writes.find(org, List.of(id)).get(id), "request to GitHub");
        return switch (Settlement.ofAssignment(sent, seat, listing.listedAt(org))) {
            case Settlement.Happened _ -> granted(org, request, id, by, now);
            case Settlement.NotKnownYet(Instant lookAgain) -> Optional.of(lookAgain);
            case Settlement.DidNotHappen _, Settlement.Contradicted _ -> {
                // A listing that is not complete may leave out the new seat.
                if (seat.seat().isEmpty() && listing.holdsOne(organization, request.person())) {
                    yield granted(org, request, id, by, now);
                }
                database.transact(() -> {
                    requests.openAgain(org, request.number(), id);
                    trail.add(
                            org,
                            TrailEntry.ofRequest(
                                    now,
                                    Action.NOT_GRANTED,
                                    Optional.empty(),
                                    request.person(),
                                    "GitHub does not list the seat"));
                });
                yield Optional.empty();
            }
        };
    }

    private Optional<Instant> granted(long org, SeatRequest request, UUID id, Who by, Instant now) {
        database.transact(() -> {
            if (requests.granted(org, request.number(), id, now)) {
                trail.add(org, TrailEntry.ofRequest(now, Action.GRANTED, Optional.of(by), request.person(), ""));
            }
        });
        return Optional.empty();
    }

    private void overtake(long org, SeatRequest request, SeatNow seat) {
        boolean running = seat.seat()
                .filter(held -> held.pendingCancellationDate() == null)
                .isPresent();
        if (running || !seat.member()) {
            Instant now = clock.instant();
            database.transact(() -> {
                if (requests.overtake(org, request.number(), now)) {
                    trail.add(
                            org,
                            TrailEntry.ofRequest(
                                    now,
                                    Action.OVERTAKEN,
                                    Optional.empty(),
                                    request.person(),
                                    running ? "there is a seat" : "left the organization"));
                }
            });
        }
    }
}
