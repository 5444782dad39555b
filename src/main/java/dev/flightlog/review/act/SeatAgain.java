package dev.flightlog.review.act;

import dev.flightlog.copilot.CopilotPlan;
import dev.flightlog.copilot.CopilotSeat;
import dev.flightlog.copilot.CopilotSeats;
import dev.flightlog.database.Database;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.PersonMembership;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatRules;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks GitHub about each seat just before it is taken back, and writes down who dropped out of a list, and why. */
@Singleton
class SeatAgain {
    private final CopilotSeats copilot;
    private final Memberships memberships;
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final ReviewBoards boards;
    private final SeatTrailStore trail;
    private final Policies policies;
    private final Database database;
    private final InstantSource clock;

    SeatAgain(
            CopilotSeats copilot,
            Memberships memberships,
            ReviewStore reviews,
            ReviewItemStore items,
            ReviewBoards boards,
            SeatTrailStore trail,
            Policies policies,
            Database database,
            InstantSource clock) {
        this.copilot = copilot;
        this.memberships = memberships;
        this.reviews = reviews;
        this.items = items;
        this.boards = boards;
        this.trail = trail;
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    /** Somebody whose seat may be taken back, as GitHub calls them at this moment. */
    record Sure(ReviewItem item, String login) {}

    /** Those whose seat is, by GitHub's word of this moment, still one that may be taken back. */
    List<Sure> stillRemovable(Organization organization, ReviewBoard board, List<ReviewItem> batch, CopilotPlan plan) {
        SeatRules rules = ReviewDecisions.rules(
                policies.inForce(organization.id()).policy().seats(),
                board.review().idleAfter());
        Set<Long> wanted =
                new HashSet<>(batch.stream().map(ReviewItem::personId).toList());
        List<Sure> sure = new ArrayList<>();
        for (ReviewBoard.Line line : board.lines()) {
            if (wanted.contains(line.item().personId())) {
                SeatNow seat = ask(organization, line.seat().seat().orElseThrow(), plan);
                Word word = ReviewDecisions.word(line.item(), seat, rules, clock.instant());
                if (word == Word.PROPOSED) {
                    sure.add(new Sure(line.item(), seat.seat().orElseThrow().login()));
                } else {
                    dropOut(organization.id(), board.review(), line.item(), word, seat);
                }
            }
        }
        return sure;
    }

    /** A login that belongs to another person now is not this seat. */
    private SeatNow ask(Organization organization, Seat known, CopilotPlan plan) {
        String planType = Objects.requireNonNullElse(plan.planType(), "unknown");
        PersonMembership person =
                memberships.ofPerson(organization.access(), organization.login(), known.personId(), known.login());
        boolean member = switch (person.membership()) {
            case OWNER, MEMBER -> true;
            case PENDING, NONE -> false;
        };
        Optional<CopilotSeat> seat =
                copilot.seatOf(organization.access(), organization.login(), person.login(), planType);
        if (seat.isPresent() && seat.get().personId() != known.personId()) {
            return SeatNow.GONE;
        }
        return new SeatNow(seat.map(known::seenAgain), member);
    }

    /** Writes down whoever is not proposed any more, by what is known. */
    void writeDown(long org, int number) {
        Review review = reviews.find(org, number).orElseThrow();
        for (ReviewBoard.Line line : boards.of(org, review).lines()) {
            switch (line.word()) {
                case IN_USE, EXEMPT, LEFT, REMOVED, THROUGH_TEAM ->
                    dropOut(org, review, line.item(), line.word(), line.seat());
                case PROPOSED, KEPT, REMOVING, FAILED, UNDOING, UNDONE, NOT_REMOVED -> {}
            }
        }
    }

    private void dropOut(long org, Review review, ReviewItem item, Word word, SeatNow seat) {
        Who subject = new Who(item.personId(), item.login());
        Instant now = clock.instant();
        database.transact(() -> {
            if (word == Word.REMOVED) {
                LocalDate endsOn = seat.seat()
                        .flatMap(held -> Optional.ofNullable(held.pendingCancellationDate()))
                        .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
                if (items.removedByHand(org, review.number(), item.personId(), endsOn, now)) {
                    tell(org, review, Action.REMOVED, subject, "by hand; ends on " + endsOn + " at the latest");
                }
            } else if (items.leaveOut(org, review.number(), item.personId(), word, now)) {
                tell(org, review, Action.LEFT_OUT, subject, word.text());
            }
        });
    }

    private void tell(long org, Review review, Action action, Who subject, String detail) {
        trail.add(org, TrailEntry.ofSeat(clock.instant(), action, Optional.empty(), review.number(), subject, detail));
    }
}
