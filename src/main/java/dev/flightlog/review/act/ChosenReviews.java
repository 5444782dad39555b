package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.review.Review;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.act.ReviewReply.Nothing;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the review that somebody means, and nothing but that one: what was said about one review never changes another,
 * and what a comment or click has done is not done again to a later one.
 */
@Singleton
class ChosenReviews {
    private final ReviewStore reviews;
    private final SeatTrailStore trail;
    private final ReviewIssue issue;
    private final Database database;

    ChosenReviews(ReviewStore reviews, SeatTrailStore trail, ReviewIssue issue, Database database) {
        this.reviews = reviews;
        this.trail = trail;
        this.issue = issue;
        this.database = database;
    }

    /**
     * Changes the review that is meant, if it is open. Nobody else changes it meanwhile.
     *
     * @param step done once by each comment or click
     * @param again what to tell where it was done before
     * @param change in one transaction
     */
    ReviewReply change(
            long org,
            Actor actor,
            ReviewChoice choice,
            Action step,
            Function<Review, ReviewReply> again,
            Function<Review, ReviewReply> change) {
        return database.inTransaction(() -> {
            Review open = reviews.lockOpen(org).orElse(null);
            Optional<Review> before = trail.by(org, actor.origin(), step).stream()
                    .map(TrailEntry::review)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .flatMap(number -> reviews.find(org, number));
            if (before.isPresent()) {
                return again.apply(before.get());
            }
            return open != null && isMeant(open, choice) ? change.apply(open) : notOpen(org, choice, open);
        });
    }

    private static boolean isMeant(Review open, ReviewChoice choice) {
        return switch (choice) {
            case ReviewChoice.Numbered(int number) -> open.number() == number;
            case ReviewChoice.OpenAt(var askedAt) -> !open.startedAt().isAfter(askedAt);
        };
    }

    private ReviewReply notOpen(long org, ReviewChoice choice, @Nullable Review open) {
        String instead = open == null
                ? "No seat review is open."
                : "Seat review " + open.number() + " is open now. " + issue.link(org, open);
        return switch (choice) {
            case ReviewChoice.Numbered(int number) ->
                reviews.find(org, number)
                        .<ReviewReply>map(meant -> new Refused(
                                "This review is over: it is " + meant.state().word() + ". Nothing was changed.",
                                instead))
                        .orElseGet(() -> new Nothing("There is no seat review " + number + ".", instead));
            case ReviewChoice.OpenAt _ ->
                open == null
                        ? new Nothing("No seat review is open.", "")
                        : new Refused(
                                "This was asked before the open review was started. Nothing was changed.", instead);
        };
    }
}
