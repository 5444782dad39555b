package dev.flightlog.review.act;

import dev.flightlog.copilot.CopilotPlan;
import dev.flightlog.copilot.CopilotSeat;
import dev.flightlog.copilot.CopilotSeats;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.PersonMembership;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatRules;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
    private final ReviewBoards boards;
    private final RemovalLog log;
    private final Policies policies;
    private final InstantSource clock;

    SeatAgain(
            CopilotSeats copilot,
            Memberships memberships,
            ReviewStore reviews,
            ReviewBoards boards,
            RemovalLog log,
            Policies policies,
            InstantSource clock) {
        this.copilot = copilot;
        this.memberships = memberships;
        this.reviews = reviews;
        this.boards = boards;
        this.log = log;
        this.policies = policies;
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
                    log.dropOut(organization.id(), board.review().number(), line.item(), word, seat);
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
                    log.dropOut(org, number, line.item(), line.word(), line.seat());
                case PROPOSED, KEPT, REMOVING, FAILED, UNDOING, UNDONE, NOT_REMOVED -> {}
            }
        }
    }
}
