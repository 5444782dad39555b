package dev.flightlog.review;

import dev.flightlog.seat.SeatRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    /** How many direct seats were taken back, also those that were given back since. */
    public int taken() {
        return with(Word.REMOVED).size() + with(Word.UNDOING).size() + givenBack();
    }

    /** How many direct seats were taken back and go on. */
    public int givenBack() {
        return with(Word.UNDONE).size();
    }

    /** How many direct lines there are of each word. */
    public Map<Word, Integer> counts() {
        Map<Word, Integer> counts = new EnumMap<>(Word.class);
        direct().forEach(line -> counts.merge(line.word(), 1, Integer::sum));
        return counts;
    }
}
