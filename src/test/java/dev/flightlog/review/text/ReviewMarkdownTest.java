package dev.flightlog.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.Saving;
import dev.flightlog.review.Approval;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ListDigest;
import dev.flightlog.review.RemovedBy;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.support.Golden;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The issue of a seat review in each of its states. */
class ReviewMarkdownTest {
    private static final Instant NOW = Instant.parse("2026-12-14T09:00:00Z");
    private static final Instant STARTED = Instant.parse("2026-12-07T08:00:00Z");
    private static final Who ADA = new Who(1, "ada");
    private static final Who GRACE = new Who(2, "grace");
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 31);

    @Test
    void proposed() {
        golden("proposed", view(new ReviewState.Proposed(), open(), true, true));
    }

    @Test
    void proposedWherePeopleAreNotNamed() {
        String text = golden("proposed-unnamed", view(new ReviewState.Proposed(), open(), false, true));

        assertThat(text).doesNotContain("`bo`", "`cy`", "`ed`", "grace", "`ada`", "<b>");
    }

    @Test
    void approved() {
        golden("approved", view(new ReviewState.Approved(approval()), open(), true, true));
    }

    @Test
    void takenBackByHand() {
        golden("by-hand", view(new ReviewState.Executing(approval()), open(), true, false));
    }

    @Test
    void done() {
        golden("done", view(new ReviewState.Done(approval(), NOW), over(), true, true));
    }

    @Test
    void cancelled() {
        golden("cancelled", view(new ReviewState.Cancelled(GRACE, NOW), notTaken(), true, true));
    }

    @Test
    void expired() {
        golden("expired", view(new ReviewState.Expired(NOW), notTaken(), true, true));
    }

    private static String golden(String state, ReviewView view) {
        String text = ReviewMarkdown.render(view);
        Golden.assertMatches("review/" + state + ".md", text);
        return text;
    }

    private static Approval approval() {
        return new Approval(
                GRACE,
                NOW,
                ListDigest.of(open().stream().map(ReviewBoard.Line::item).toList()),
                2);
    }

    private static List<ReviewBoard.Line> open() {
        return List.of(
                line(1, "bo", new ItemState.Candidate(), Word.PROPOSED),
                line(2, "cy", new ItemState.Kept(new Who(12, "cy"), Optional.of("<b>on leave</b> | @ada")), Word.KEPT),
                line(3, "di", new ItemState.Candidate(), Word.IN_USE),
                held(4, "ed"));
    }

    private static List<ReviewBoard.Line> over() {
        return List.of(
                line(1, "bo", new ItemState.Removed(ENDS, RemovedBy.REVIEW), Word.REMOVED),
                line(2, "cy", new ItemState.Kept(ADA, Optional.empty()), Word.KEPT),
                line(3, "di", new ItemState.LeftOut(Word.EXEMPT), Word.EXEMPT),
                line(4, "em", new ItemState.LeftOut(Word.LEFT), Word.LEFT),
                line(5, "fay", new ItemState.Failed("GitHub refused: assigned by the enterprise."), Word.FAILED),
                line(6, "gus", new ItemState.Undone(), Word.UNDONE),
                line(7, "hal", new ItemState.Removing(new UUID(0, 1)), Word.REMOVING),
                held(8, "ed"));
    }

    private static List<ReviewBoard.Line> notTaken() {
        return List.of(line(1, "bo", new ItemState.Candidate(), Word.NOT_REMOVED));
    }

    private static ReviewBoard.Line line(int position, String login, ItemState state, Word word) {
        return new ReviewBoard.Line(item(position, login, Optional.empty(), state), word, SeatNow.GONE);
    }

    private static ReviewBoard.Line held(int position, String login) {
        return new ReviewBoard.Line(
                item(position, login, Optional.of("night-shift"), new ItemState.Candidate()),
                Word.THROUGH_TEAM,
                SeatNow.GONE);
    }

    private static ReviewItem item(int position, String login, Optional<String> team, ItemState state) {
        return new ReviewItem(
                position,
                10 + position,
                login,
                SeatPlan.BUSINESS,
                team,
                Instant.parse("2026-08-0" + position + "T00:00:00Z"),
                position % 2 == 0,
                state);
    }

    private static ReviewView view(ReviewState state, List<ReviewBoard.Line> lines, boolean named, boolean writable) {
        Review review = new Review(
                3,
                state,
                STARTED,
                Optional.of(ADA),
                Duration.ofDays(60),
                Duration.ofDays(7),
                2,
                Optional.of(STARTED),
                Optional.of(STARTED.plus(Duration.ofDays(7))),
                Optional.empty(),
                Optional.empty());
        ReviewBoard board = new ReviewBoard(
                review,
                lines,
                40,
                state.open() && !(state instanceof ReviewState.Executing) ? STARTED.plus(Duration.ofDays(1)) : NOW);
        Saving saving =
                new Saving(1, BigDecimal.valueOf(19), BigDecimal.valueOf(19), Saving.Condition.CREDITS_LEFT_OVER);
        List<TrailEntry> story = new ArrayList<>(List.of(
                TrailEntry.ofReview(
                        STARTED, Action.STARTED, Optional.of(ADA), 3, "3 seats not used for more than 60 days"),
                TrailEntry.ofSeat(STARTED, Action.KEPT, Optional.of(ADA), 3, new Who(12, "cy"), "")));
        if (state.agreed().isPresent()) {
            story.add(TrailEntry.ofReview(NOW, Action.APPROVED, Optional.of(GRACE), 3, "at most 2 seats"));
        }
        return new ReviewView(
                "acme",
                board,
                saving,
                named,
                false,
                writable,
                "/copilot",
                Optional.of("https://flightlog.example/orgs/acme"),
                story);
    }
}
