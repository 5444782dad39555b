package dev.flightlog.review;

import dev.flightlog.seat.IdleSpend;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatDecision;
import dev.flightlog.seat.SeatDecisions;
import dev.flightlog.seat.SeatRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is proposed, in which order, who dropped out, and whose seat may be taken back now. Issue, page, execution and dry
 * run share this.
 */
public final class ReviewDecisions {
    /** Somebody who kept a seat, or got it back, is not asked again for so long. */
    public static final Duration KEPT_FOR = Duration.ofDays(90);

    /** Seats are read each six hours. */
    private static final Duration LISTING_LASTS = Duration.ofHours(7);

    private static final Comparator<Seat> LONGEST_UNUSED_FIRST =
            Comparator.comparing(ReviewDecisions::unusedSince).thenComparing(Seat::personId);

    private ReviewDecisions() {}

    /** Nobody approved it in time. */
    public static boolean approvalOverdue(Review review, Instant now) {
        return review.state() instanceof ReviewState.Proposed
                && !now.isBefore(review.startedAt().plus(Review.LIFE));
    }

    /** It was approved, and could not be carried out in time, by Flightlog or by hand. */
    public static boolean executionOverdue(Review review, Instant now) {
        return review.state()
                .agreed()
                .filter(approval -> !now.isBefore(approval.at().plus(Review.LIFE)))
                .isPresent();
    }

    /** The policy's rules with a review's own time without use, which also is the least age of a seat that was never used. */
    public static SeatRules rules(SeatRules seats, Duration idleAfter) {
        Duration grace = seats.grace().compareTo(idleAfter) > 0 ? seats.grace() : idleAfter;
        return new SeatRules(idleAfter, grace, seats.exemptions(), seats.prices());
    }

    /**
     * What a review that starts now proposes.
     *
     * @param leftAlone seats that are not proposed although nobody uses them
     * @param maxSeats the most seats of each kind, those assigned directly and those held through teams
     */
    public static Proposal propose(
            Collection<Seat> seats,
            SeatRules seatRules,
            Duration idleAfter,
            int maxSeats,
            LeftAlone leftAlone,
            Instant now) {
        SeatRules rules = rules(seatRules, idleAfter);
        List<Seat> unused = seats.stream()
                .filter(seat -> idle(seat, rules, now) != IdleSpend.NONE)
                .filter(seat -> !leftAlone.kept(seat, now))
                .sorted(LONGEST_UNUSED_FIRST)
                .toList();
        List<Seat> idle =
                unused.stream().filter(seat -> !leftAlone.refused(seat)).toList();
        List<Seat> direct =
                idle.stream().filter(seat -> seat.assigningTeamId() == null).toList();
        List<Seat> throughTeams =
                idle.stream().filter(seat -> seat.assigningTeamId() != null).toList();
        List<ReviewItem> items = new ArrayList<>();
        direct.stream().limit(maxSeats).forEach(seat -> items.add(item(items.size() + 1, seat)));
        throughTeams.stream().limit(maxSeats).forEach(seat -> items.add(item(items.size() + 1, seat)));
        return new Proposal(items, idle.size() - items.size(), unused.size() - idle.size());
    }

    private static ReviewItem item(int position, Seat seat) {
        return new ReviewItem(
                position,
                seat.personId(),
                seat.login(),
                seat.plan(),
                Optional.ofNullable(seat.assigningTeamId()).map(id -> team(seat, id)),
                unusedSince(seat),
                seat.lastKnownActivity().isPresent(),
                new ItemState.Candidate());
    }

    private static String team(Seat seat, long id) {
        String slug = seat.assigningTeamSlug();
        return slug == null || slug.isBlank() ? "team " + id : slug;
    }

    /** The last known activity; a seat that was given since then is unused since it was given. */
    private static Instant unusedSince(Seat seat) {
        return seat.lastKnownActivity()
                .filter(activity -> activity.isAfter(seat.createdAt()))
                .orElse(seat.createdAt());
    }

    /** Whether a seat is idle by a review's rules, and what it would take to end it. */
    private static IdleSpend idle(Seat seat, SeatRules rules, Instant now) {
        boolean givenLately = seat.createdAt().isAfter(now.minus(rules.idleAfter()));
        SeatDecision decision = SeatDecisions.decide(seat.facts(), rules, now);
        if (givenLately || !decision.countsAsIdleSpend()) {
            return IdleSpend.NONE;
        }
        return seat.assigningTeamId() == null ? IdleSpend.REMOVABLE : IdleSpend.NEEDS_TEAM_CHANGE;
    }

    /**
     * The word for one line: what became of it, else what is known of the seat now.
     *
     * @param rules the review's, see {@link #rules}
     */
    public static Word word(ReviewItem item, SeatNow now, SeatRules rules, Instant at) {
        return switch (item.state()) {
            case ItemState.Kept _ -> Word.KEPT;
            case ItemState.LeftOut(Word why) -> why;
            case ItemState.Removing _ -> Word.REMOVING;
            case ItemState.Removed _ -> Word.REMOVED;
            case ItemState.Failed _ -> Word.FAILED;
            case ItemState.Undoing _ -> Word.UNDOING;
            case ItemState.Undone _ -> Word.UNDONE;
            case ItemState.Candidate _ -> candidate(now, rules, at);
        };
    }

    private static Word candidate(SeatNow now, SeatRules rules, Instant at) {
        if (!now.member()) {
            return Word.LEFT;
        }
        Seat seat = now.seat().orElse(null);
        if (seat == null || seat.pendingCancellationDate() != null) {
            return Word.REMOVED;
        }
        return switch (SeatDecisions.decide(seat.facts(), rules, at).state()) {
            case EXEMPT -> Word.EXEMPT;
            case ACTIVE, NEW, SIGNED_IN -> Word.IN_USE;
            case ENDING -> Word.REMOVED;
            case IDLE, NEVER_USED ->
                switch (idle(seat, rules, at)) {
                    case REMOVABLE -> Word.PROPOSED;
                    case NEEDS_TEAM_CHANGE -> Word.THROUGH_TEAM;
                    case NONE -> Word.IN_USE;
                };
        };
    }

    /**
     * Whose seats may be taken back now, in the order of the list: the notice is over, somebody approved this very list,
     * and the seat is still held directly, unused, not exempt, not cancelled and not kept. The organization's last seat
     * stays: without it GitHub ends the Copilot plan.
     */
    public static List<ReviewItem> removableNow(ReviewBoard board) {
        Review review = board.review();
        Approval approval = review.state().agreed().orElse(null);
        if (approval == null
                || !review.state().open()
                || review.halted().isPresent()
                || !review.noticeOver(board.now())
                || !approval.digest().equals(digest(board))) {
            return List.of();
        }
        long taken = board.direct().stream()
                .filter(line -> countsAsTaken(line.item().state()))
                .count();
        long room = Math.min(approval.seats() - taken, goingOnAfterwards(board) - 1L);
        return board.with(Word.PROPOSED).stream()
                .limit(Math.max(0, room))
                .map(ReviewBoard.Line::item)
                .toList();
    }

    /**
     * Whether people may take seats back by hand by a listing of this moment: it was read after the notice was over and
     * somebody had approved, and not longer ago than the next regular reading takes.
     */
    public static boolean enoughForHandWork(Review review, Instant listedAt, Instant now) {
        Optional<Instant> approved = review.state().agreed().map(Approval::at);
        return review.noticeEnds().filter(end -> !listedAt.isBefore(end)).isPresent()
                && approved.filter(at -> !listedAt.isBefore(at)).isPresent()
                && listedAt.isAfter(now.minus(LISTING_LASTS));
    }

    /**
     * Whether a review took the seat and it may still run.
     *
     * @param today in UTC; on its last day a seat may still run, GitHub's list says whether it does
     */
    public static boolean undoable(ItemState state, LocalDate today) {
        return state instanceof ItemState.Removed(LocalDate endsOn, RemovedBy by, var _)
                && by == RemovedBy.REVIEW
                && !endsOn.isBefore(today);
    }

    /** True where only the organization's last seat is left of what could be taken back. */
    public static boolean onlyLastSeatLeft(ReviewBoard board) {
        return goingOnAfterwards(board) <= 1 && !board.with(Word.PROPOSED).isEmpty();
    }

    /** Seats of the organization that go on when what was sent to GitHub is done; the last listing may not show it yet. */
    private static long goingOnAfterwards(ReviewBoard board) {
        long onTheWay = board.lines().stream()
                .filter(line -> line.item().state() instanceof ItemState.Removing)
                .filter(line -> line.seat()
                        .seat()
                        .filter(seat -> seat.pendingCancellationDate() == null)
                        .isPresent())
                .count();
        return board.seatsGoingOn() - onTheWay;
    }

    private static boolean countsAsTaken(ItemState state) {
        return switch (state) {
            case ItemState.Removing _, ItemState.Removed _, ItemState.Undoing _, ItemState.Undone _ -> true;
            case ItemState.Candidate _, ItemState.Kept _, ItemState.LeftOut _, ItemState.Failed _ -> false;
        };
    }

    private static String digest(ReviewBoard board) {
        return ListDigest.of(board.lines().stream().map(ReviewBoard.Line::item).toList());
    }
}
