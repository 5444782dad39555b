package dev.flightlog.review;

import dev.flightlog.seat.SeatRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A review with what is known of each of its people at a moment: what the issue, the page and the next step go by.
 *
 * @param seatsGoingOn seats of the whole organization that are held and not cancelled
 */
public record ReviewBoard(Review review, List<Line> lines, int seatsGoingOn, Instant now) {
    public ReviewBoard {
        lines = List.copyOf(lines);
    }

    /** One person's line. */
    public record Line(ReviewItem item, Word word, SeatNow seat) {}

    /**
     * Decides each line's word.
     *
     * @param rules the policy's rules about seats; the review's own time without use takes the place of theirs
     * @param seats by person
     */
    public static ReviewBoard of(
            Review review,
            List<ReviewItem> items,
            Map<Long, SeatNow> seats,
            int seatsGoingOn,
            SeatRules rules,
            Instant now) {
        SeatRules reviewRules = ReviewDecisions.rules(rules, review.idleAfter());
        List<Line> lines = new ArrayList<>();
        for (ReviewItem item : items) {
            SeatNow seat = seats.getOrDefault(item.personId(), SeatNow.GONE);
            lines.add(new Line(item, ReviewDecisions.word(item, seat, reviewRules, now), seat));
        }
        return new ReviewBoard(review, lines, seatsGoingOn, now);
    }

    /** Lines of seats assigned directly when the review started. */
    public List<Line> direct() {
        return lines.stream().filter(line -> line.item().direct()).toList();
    }

    /** Lines of seats held through a team when the review started. */
    public List<Line> throughTeams() {
        return lines.stream().filter(line -> !line.item().direct()).toList();
    }

    /** Direct lines with this word. */
    public List<Line> with(Word word) {
        return direct().stream().filter(line -> line.word() == word).toList();
    }

    /**
     * How many direct seats this review took back, also those that were given back since. What people cancelled for
     * reasons of their own is not among them.
     */
    public int taken() {
        return count(ReviewBoard::isTaken);
    }

    private static boolean isTaken(ItemState state) {
        return switch (state) {
            case ItemState.Removed(var _, RemovedBy by, var _) -> by == RemovedBy.REVIEW;
            case ItemState.Undone(RemovedBy by) -> by == RemovedBy.REVIEW;
            case ItemState.Undoing _ -> true;
            case ItemState.Candidate _,
                    ItemState.Kept _,
                    ItemState.LeftOut _,
                    ItemState.Removing _,
                    ItemState.Failed _ -> false;
        };
    }

    /** How many of {@link #taken} go on. */
    public int givenBack() {
        return count(state -> state instanceof ItemState.Undone && isTaken(state));
    }

    /** How many direct seats end because people cancelled them for reasons of their own. */
    public int cancelledOtherwise() {
        return count(state -> state instanceof ItemState.Removed && !isTaken(state));
    }

    private int count(Predicate<ItemState> those) {
        return (int) direct().stream()
                .filter(line -> those.test(line.item().state()))
                .count();
    }

    /** How many direct lines there are of each word. */
    public Map<Word, Integer> counts() {
        Map<Word, Integer> counts = new EnumMap<>(Word.class);
        direct().forEach(line ->
                counts.merge(line.word() == Word.NOT_REMOVED ? Word.KEPT : line.word(), 1, Integer::sum));
        return counts;
    }
}
