package dev.flightlog.check;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.review.act.OpenMatters;
import dev.flightlog.review.act.OpenMatters.Waiting;
import dev.flightlog.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Open seat reviews and requests in the words of both checks; pure. */
final class OpenSeatWords {
    private OpenSeatWords() {}

    /**
     * A sentence of markdown for each.
     *
     * @param requests how many members ask for a seat
     * @param prefix of commands
     */
    static List<String> of(Optional<Waiting> review, int requests, String prefix) {
        List<String> open = new ArrayList<>();
        review.ifPresent(waiting -> open.add(review(waiting, prefix)));
        if (requests > 0) {
            open.add(Numbers.plural(requests, "member") + (requests == 1 ? " asks" : " ask") + " for a seat.");
        }
        return open;
    }

    /** What a review did that ended lately. */
    static String over(OpenMatters.Over over, String prefix) {
        return "A seat review took back " + Numbers.count(over.taken()) + " of "
                + Numbers.plural(over.seats(), "seat") + (over.stopped() ? " and was stopped before its end" : "")
                + ", see " + Markdown.code(prefix + " review") + ".";
    }

    private static String review(Waiting waiting, String prefix) {
        String review = Markdown.code(prefix + " review");
        return switch (waiting) {
            case Waiting.ForApproval(int seats) ->
                "A seat review proposes to take back " + Numbers.plural(seats, "seat") + " and waits for an approval: "
                        + Markdown.code(prefix + " approve") + ".";
            case Waiting.ForNotice(int seats) ->
                "A seat review is approved: " + Numbers.plural(seats, "seat") + (seats == 1 ? " is" : " are")
                        + " taken back when its notice is over, see " + review + ".";
            case Waiting.ForGitHub(int seats) ->
                "A seat review takes " + Numbers.plural(seats, "seat") + " back, see " + review + ".";
            case Waiting.ForHands(int seats) ->
                "A seat review is approved: " + Numbers.plural(seats, "seat") + " can be taken back by hand, see "
                        + review + ".";
        };
    }
}
