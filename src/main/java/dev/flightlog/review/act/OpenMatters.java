package dev.flightlog.review.act;

import dev.flightlog.organization.Organization;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatRequestStore;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What of reviews and requests waits for a person; posts and checks ask this. */
@Singleton
public class OpenMatters {
    private final ReviewStore reviews;
    private final ReviewBoards boards;
    private final SeatRequestStore requests;

    OpenMatters(ReviewStore reviews, ReviewBoards boards, SeatRequestStore requests) {
        this.reviews = reviews;
        this.boards = boards;
        this.requests = requests;
    }

    /** What comes next in an open review, with the seats that are still proposed. */
    public sealed interface Waiting {
        int seats();

        record ForApproval(int seats) implements Waiting {}

        /** It is approved; until the notice is over people can keep their seats. */
        record ForNotice(int seats) implements Waiting {}

        /** The app may not write: people have to take the seats back. */
        record ForHands(int seats) implements Waiting {}

        /** Seats are being taken back. */
        record ForGitHub(int seats) implements Waiting {}
    }

    /** What the open review waits for; nothing where none is open. */
    public Optional<Waiting> review(Organization organization) {
        Review review = reviews.open(organization.id()).orElse(null);
        if (review == null) {
            return Optional.empty();
        }
        ReviewBoard board = boards.of(organization.id(), review);
        int seats = board.with(Word.PROPOSED).size();
        return switch (review.state()) {
            case ReviewState.Proposed _ -> Optional.of(new Waiting.ForApproval(seats));
            case ReviewState.Approved _ -> Optional.of(new Waiting.ForNotice(seats));
            case ReviewState.Executing _ ->
                Optional.of(
                        WriteAccess.known(organization)
                                        && review.refusedNow(board.now()).isEmpty()
                                ? new Waiting.ForGitHub(seats)
                                : new Waiting.ForHands(seats));
            case ReviewState.Done _, ReviewState.Cancelled _, ReviewState.Expired _ -> Optional.empty();
        };
    }

    /** How many members ask for a seat. */
    public int requests(Organization organization) {
        return requests.countOpen(organization.id());
    }
}
