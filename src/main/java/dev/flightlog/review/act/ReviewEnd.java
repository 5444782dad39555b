package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Closes reviews. The end and the last word of each line are stored in one transaction, each word with its row in the audit
 * trail: what a closed review says does not change with the seats of later days.
 */
@Singleton
class ReviewEnd {
    private final ReviewStore reviews;
    private final ReviewBoards boards;
    private final RemovalLog log;
    private final SeatTrailStore trail;
    private final Database database;
    private final InstantSource clock;

    ReviewEnd(
            ReviewStore reviews,
            ReviewBoards boards,
            RemovalLog log,
            SeatTrailStore trail,
            Database database,
            InstantSource clock) {
        this.reviews = reviews;
        this.boards = boards;
        this.log = log;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /** Every seat was dealt with. */
    void done(long org, int number) {
        Instant now = clock.instant();
        close(org, number, _ -> true, _ -> {
            reviews.done(org, number, now);
            trail.add(org, TrailEntry.ofReview(now, Action.DONE, Optional.empty(), number, ""));
        });
    }

    /** Only a review that nobody approved in time. */
    void expire(long org, int number) {
        Instant now = clock.instant();
        close(org, number, review -> ReviewDecisions.approvalOverdue(review, now), _ -> {
            reviews.expire(org, number, now);
            trail.add(
                    org,
                    TrailEntry.ofReview(
                            now,
                            Action.EXPIRED,
                            Optional.empty(),
                            number,
                            "nobody approved it within " + Review.LIFE.toDays() + " days"));
        });
    }

    void cancel(long org, int number, Actor actor) {
        Instant now = clock.instant();
        close(org, number, _ -> true, _ -> {
            reviews.cancel(org, number, actor.who(), now);
            trail.add(
                    org,
                    TrailEntry.ofReview(now, Action.CANCELLED, Optional.of(actor.who()), number, ""),
                    actor.origin());
        });
    }

    /** The end of a review that was cancelled while GitHub's answer was awaited. */
    void cancelled(long org, int number, Who by) {
        Instant now = clock.instant();
        close(org, number, _ -> true, _ -> {
            reviews.cancel(org, number, by, now);
            trail.add(
                    org,
                    TrailEntry.ofReview(
                            now,
                            Action.DONE,
                            Optional.empty(),
                            number,
                            "it was cancelled, and what GitHub did before is known now"));
        });
    }

    private void close(long org, int number, Predicate<Review> due, Consumer<Review> end) {
        database.transact(() -> reviews.lockOpen(org)
                .filter(review -> review.number() == number)
                .filter(due)
                .ifPresent(review -> {
                    writeLastWords(org, review);
                    end.accept(review);
                }));
    }

    private void writeLastWords(long org, Review review) {
        for (ReviewBoard.Line line : boards.of(org, review).lines()) {
            if (line.item().state() instanceof ItemState.Candidate) {
                Word word = line.word() == Word.PROPOSED ? Word.NOT_REMOVED : line.word();
                log.dropOut(org, review.number(), line.item(), word, line.seat());
            }
        }
    }
}
