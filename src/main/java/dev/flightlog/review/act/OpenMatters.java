package dev.flightlog.review.act;

import dev.flightlog.organization.Organization;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatRequestStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What of reviews and requests waits for a person; posts and checks ask this. */
@Singleton
public class OpenMatters {
    /** Each weekly post falls into it once. */
    private static final Duration LATELY = Duration.ofDays(7);

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

    /**
     * A review that ended within the last week.
     *
     * @param taken seats that it took back
     * @param seats assigned directly that were in its list
     * @param stopped whether it was stopped before its end
     */
    public record Over(int taken, int seats, boolean stopped) {}

    /** The newest review, where it ended within the last week and took seats or was stopped. */
    public Optional<Over> over(Organization organization) {
        return reviews.latest(organization.id())
                .map(review -> boards.of(organization.id(), review))
                .filter(board -> endedWithin(LATELY, board))
                .map(board -> new Over(
                        board.taken(),
                        board.direct().size(),
                        board.review().stopped().isPresent()))
                .filter(over -> over.taken() > 0 || over.stopped());
    }

    private static boolean endedWithin(Duration time, ReviewBoard board) {
        Optional<Instant> ended = switch (board.review().state()) {
            case ReviewState.Done(var _, Instant at) -> Optional.of(at);
            case ReviewState.Cancelled(var _, Instant at) -> Optional.of(at);
            case ReviewState.Expired(Instant at) -> Optional.of(at);
            case ReviewState.Proposed _, ReviewState.Approved _, ReviewState.Executing _ -> Optional.empty();
        };
        return ended.filter(at -> at.isAfter(board.now().minus(time))).isPresent();
    }

    /** How many members ask for a seat. */
    public int requests(Organization organization) {
        return requests.countOpen(organization.id());
    }
}
