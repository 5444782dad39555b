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

    /** Its words say how it ended, not only that it did. */
    @Test
    void whatWasStoppedSaysSoHoweverItEnded() {
        String why = "GitHub was asked to take back 9 seats and said that it took 10";
        List<ReviewBoard.Line> lines = List.of(
                line(1, "bo", new ItemState.Removed(ENDS, RemovedBy.REVIEW), Word.REMOVED),
                line(2, "cy", new ItemState.Removed(ENDS.plusDays(30), RemovedBy.PEOPLE), Word.REMOVED),
                line(3, "di", new ItemState.Undone(RemovedBy.PEOPLE), Word.UNDONE),
                line(
                        4,
                        "em",
                        new ItemState.Failed("GitHub refused nothing, and yet it was not tried", false),
                        Word.FAILED));
        String ended =
                "1 of 4 seats was taken back. 1 more seat was cancelled by hand, not for this review. Access ends"
                        + " on Dec 31, 2026 at the latest. It was stopped before its end: " + why + ".";

        assertThat(ReviewMarkdown.verdict(halted(new ReviewState.Done(approval(), NOW), lines, why)))
                .isEqualTo(ended);
        assertThat(ReviewMarkdown.verdict(halted(new ReviewState.Cancelled(GRACE, NOW), lines, why)))
                .isEqualTo("Cancelled by `grace` on Dec 14, 2026. " + ended);
        assertThat(ReviewMarkdown.verdict(
                        halted(new ReviewState.Cancelled(GRACE, NOW), lines, Review.CANCELLED_MEANWHILE)))
                .doesNotContain("stopped");
    }

    private static ReviewView halted(ReviewState state, List<ReviewBoard.Line> lines, String why) {
        ReviewView view = view(state, lines, true, true);
        Review review = view.board().review();
        Review halted = new Review(
                review.number(),
                state,
                review.startedAt(),
                review.startedBy(),
                review.idleAfter(),
                review.notice(),
                review.moreSeats(),
                review.announcedAt(),
                review.noticeEnds(),
                review.refusal(),
                Optional.of(why));
        return new ReviewView(
                view.organization(),
                new ReviewBoard(halted, lines, 40, NOW),
                view.saving(),
                view.named(),
                view.mention(),
                view.writable(),
                view.prefix(),
                view.handWork(),
                view.pages(),
                view.story());
    }

    /** A request that failed, its repetition, and one for somebody alone: each is told, with what came of it after it. */
    @Test
    void eachRequestIsALineOfItsOwn() {
        List<TrailEntry> story = List.of(
                ofSeat(0, Action.SENT, Optional.empty(), 1, ""),
                ofSeat(0, Action.SENT, Optional.empty(), 2, ""),
                ofSeat(1, Action.LOOKED_UP, Optional.empty(), 1, "nothing was done"),
                ofSeat(1, Action.LOOKED_UP, Optional.empty(), 2, "nothing was done"),
                ofSeat(2, Action.SENT, Optional.empty(), 1, ""),
                ofSeat(2, Action.SENT, Optional.empty(), 2, ""),
                ofSeat(3, Action.LOOKED_UP, Optional.empty(), 1, "nothing was done"),
                ofSeat(3, Action.LOOKED_UP, Optional.empty(), 2, "nothing was done"),
                ofSeat(3, Action.SENT, Optional.empty(), 1, ""),
                TrailEntry.ofReview(NOW, Action.WAITS, Optional.empty(), 3, "usage is old"),
                TrailEntry.ofReview(NOW, Action.GOES_ON, Optional.empty(), 3, ""),
                TrailEntry.ofReview(NOW, Action.WAITS, Optional.empty(), 3, "usage is old"));
        ReviewView done = view(new ReviewState.Done(approval(), NOW), over(), true, true);

        assertThat(told(with(done, Optional.empty(), story)))
                .containsExactly(
                        "09:00 UTC: Flightlog asked GitHub to take back 2 seats",
                        "09:01 UTC: Flightlog found out what became of 2 seats (nothing was done)",
                        "09:02 UTC: Flightlog asked GitHub to take back 2 seats",
                        "09:03 UTC: Flightlog found out what became of 2 seats (nothing was done)",
                        "09:03 UTC: Flightlog asked GitHub to take back the seat of `p1`",
                        "09:00 UTC: Flightlog waits (usage is old)",
                        "09:00 UTC: Flightlog goes on",
                        "09:00 UTC: Flightlog waits (usage is old)");
    }

    /** What was read before the notice was over may miss that somebody used Copilot since. */
    @Test
    void noCommandsRestOnAnOldListing() {
        ReviewView known = view(new ReviewState.Executing(approval()), open(), true, false);
        ReviewView view = with(known, Optional.empty(), known.story());

        assertThat(ReviewMarkdown.render(view))
                .contains("1 seat can be taken back by hand when they are read again", "The commands show here when")
                .doesNotContain("gh api");
    }

    @Test
    void whatHappenedSaysWhoDidWhatAndWhenWithOneLineForManySeats() {
        List<TrailEntry> story = new ArrayList<>();
        story.add(TrailEntry.ofReview(NOW, Action.BY_HAND, Optional.empty(), 3, "the permission is not granted"));
        story.add(TrailEntry.ofReview(NOW, Action.BEGUN, Optional.empty(), 3, "the app may write"));
        for (int person = 0; person < 20; person++) {
            story.add(ofSeat(0, Action.SENT, Optional.empty(), person, ""));
            story.add(ofSeat(person, Action.REMOVED, Optional.empty(), person, "ends on 2026-12-31"));
        }
        story.add(ofSeat(30, Action.FAILED, Optional.empty(), 21, "GitHub refused: *no*"));
        story.add(ofSeat(31, Action.KEPT, Optional.of(person(22)), 22, "on leave"));
        story.add(ofSeat(32, Action.KEPT, Optional.of(person(23)), 23, ""));
        story.add(ofSeat(33, Action.KEPT, Optional.of(ADA), 24, ""));
        story.add(ofSeat(34, Action.UNDO_ASKED, Optional.of(GRACE), 1, ""));
        story.add(ofSeat(34, Action.UNDONE, Optional.empty(), 1, "the seat goes on"));
        story.add(ofSeat(34, Action.NOT_UNDONE, Optional.of(GRACE), 2, "the seat has ended"));
        story.add(ofSeat(95, Action.UNDO_ASKED, Optional.of(GRACE), 3, ""));
        ReviewView done = view(new ReviewState.Done(approval(), NOW), over(), true, true);

        assertThat(told(with(done, Optional.empty(), story)))
                .containsExactly(
                        "09:00 UTC: Flightlog leaves it to people: the app may not write (the permission is not"
                                + " granted)",
                        "09:00 UTC: Flightlog began to take seats back (the app may write)",
                        "09:00 UTC: Flightlog asked GitHub to take back 20 seats",
                        "09:00 UTC, until 09:19: 20 seats were taken back (ends on 2026-12-31)",
                        "09:30 UTC: The seat of `p21` was not taken back (GitHub refused: \\*no\\*)",
                        "09:31 UTC, until 09:32: 2 people kept their seats",
                        "09:33 UTC: `ada` kept the seat of `p24`",
                        "09:34 UTC: `grace` asked to give back the seat of `p1`",
                        "09:34 UTC: The seat of `p1` was given back (the seat goes on)",
                        "09:34 UTC: The seat of `p2` was not given back, as `grace` had asked (the seat has ended)",
                        "10:35 UTC: `grace` asked to give back the seat of `p3`");
        ReviewView unnamed =
                with(view(new ReviewState.Done(approval(), NOW), over(), false, true), Optional.empty(), story);
        assertThat(told(unnamed))
                .contains(
                        "09:30 UTC: 1 seat was not taken back",
                        "09:33 UTC: an admin kept 1 seat",
                        "09:34 UTC: an admin asked to give back 1 seat",
                        "09:34 UTC: 1 seat was not given back, as an admin had asked")
                .noneMatch(line -> line.contains("`"));
    }

    private static TrailEntry ofSeat(int minute, Action action, Optional<Who> by, int person, String detail) {
        return TrailEntry.ofSeat(NOW.plus(Duration.ofMinutes(minute)), action, by, 3, person(person), detail);
    }

    private static Who person(int person) {
        return new Who(100 + person, "p" + person);
    }

    private static List<String> told(ReviewView view) {
        return ReviewMarkdown.render(view)
                .lines()
                .filter(line -> line.startsWith("- Dec 14, 2026, "))
                .map(line -> line.substring("- Dec 14, 2026, ".length()))
                .toList();
    }

    private static ReviewView with(ReviewView view, Optional<Instant> handWork, List<TrailEntry> story) {
        return new ReviewView(
                view.organization(),
                view.board(),
                view.saving(),
                view.named(),
                view.mention(),
                view.writable(),
                view.prefix(),
                handWork,
                view.pages(),
                story);
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
                line(5, "fay", new ItemState.Failed("Assigned by the enterprise.", true), Word.FAILED),
                line(6, "gus", new ItemState.Undone(RemovedBy.REVIEW), Word.UNDONE),
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
                Optional.of(NOW),
                Optional.of("https://flightlog.example/orgs/acme"),
                story);
    }
}
