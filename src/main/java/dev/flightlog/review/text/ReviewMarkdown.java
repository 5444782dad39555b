package dev.flightlog.review.text;

import dev.flightlog.cost.SavingWords;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.review.Approval;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.RemovedBy;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Words the issue of a seat review: what is proposed, how to keep a seat, who decides, then what happened. Pure. */
public final class ReviewMarkdown {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "MMM d, uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int DIGEST_SHOWN = 12;

    private ReviewMarkdown() {}

    /** The body, without its marker. */
    public static String render(ReviewView view) {
        StringBuilder body = new StringBuilder("**" + verdict(view) + "**\n\n");
        if (view.board().review().state().open()) {
            body.append(steps(view)).append('\n');
        }
        if (view.byHand()) {
            body.append(ByHand.removal(view)).append('\n');
        }
        body.append(ReviewTables.people(view));
        if (!view.board().throughTeams().isEmpty()) {
            body.append('\n').append(throughTeams(view));
        }
        return body.append('\n').append(story(view)).toString();
    }

    /** What there is to say in one sentence or two. */
    public static String verdict(ReviewView view) {
        ReviewBoard board = view.board();
        Review review = board.review();
        return switch (review.state()) {
            case ReviewState.Proposed _, ReviewState.Approved _ -> proposed(view);
            case ReviewState.Executing _ ->
                review.halted().isPresent()
                        ? halted(board, review.halted().get())
                        : view.byHand() ? byHand(view) : "Seats are being taken back.";
            case ReviewState.Done _ -> outcome(board);
            case ReviewState.Cancelled(Who by, Instant at) ->
                "Cancelled by " + (view.named() ? Markdown.code(by.login()) : "an admin") + " on " + day(at) + ". "
                        + outcome(board);
            case ReviewState.Expired(Instant at) ->
                "Closed on " + day(at) + ", because nobody approved it within " + Review.LIFE.toDays() + " days. "
                        + outcome(board);
        };
    }

    /** How a closed review ended. */
    private static String outcome(ReviewBoard board) {
        String stopped = board.review()
                .stopped()
                .map(why -> " It was stopped before its end: " + Markdown.text(why) + ".")
                .orElse("");
        return taken(board) + cancelledOtherwise(board.cancelledOtherwise()) + ends(board) + stopped;
    }

    private static String cancelledOtherwise(int seats) {
        return seats == 0
                ? ""
                : " " + Numbers.plural(seats, "more seat") + (seats == 1 ? " was" : " were")
                        + " cancelled by hand, not for this review.";
    }

    private static String proposed(ReviewView view) {
        int seats = view.board().with(Word.PROPOSED).size();
        if (seats == 0) {
            return "No seat of this review is left to be taken back.";
        }
        return Numbers.plural(seats, "seat") + (seats == 1 ? " was" : " were") + " not used for more than "
                + Numbers.plural(view.board().review().idleAfter().toDays(), "day") + ". Taking "
                + (seats == 1 ? "it" : "them") + " back " + SavingWords.wouldSave(view.saving()) + ".";
    }

    private static String byHand(ReviewView view) {
        return Numbers.plural(view.board().with(Word.PROPOSED).size(), "seat")
                + (view.handWork().isPresent()
                        ? " can be taken back now, by hand"
                        : " can be taken back by hand when they are read again")
                + (view.refusal().isPresent()
                        ? ": GitHub does not let the app do it."
                        : ": the app may read seats here and not write them.");
    }

    private static String taken(ReviewBoard board) {
        int taken = board.taken();
        return taken == 0
                ? "No seat was taken back."
                : Numbers.count(taken) + " of "
                        + Numbers.plural(board.direct().size(), "seat") + (taken == 1 ? " was" : " were")
                        + " taken back" + givenBack(taken, board.givenBack()) + ".";
    }

    private static String givenBack(int taken, int back) {
        if (back == 0) {
            return "";
        }
        return taken == 1 ? ", and given back" : ", and " + Numbers.count(back) + " of them given back";
    }

    /** Requests that were sent before may still have an effect. */
    private static String halted(ReviewBoard board, String why) {
        int unknown = board.with(Word.REMOVING).size();
        return "No more seats are taken back: " + Markdown.text(why) + "."
                + (unknown == 0
                        ? ""
                        : " GitHub was asked to take back " + Numbers.plural(unknown, "seat")
                                + " before; whether it did is looked up.");
    }

    private static String ends(ReviewBoard board) {
        return board.with(Word.REMOVED).stream()
                .filter(line -> line.item().state() instanceof ItemState.Removed(var _, RemovedBy by, var _)
                        && by == RemovedBy.REVIEW)
                .map(line -> ReviewTables.endsOn(line.item()))
                .flatMap(Optional::stream)
                .max(java.time.LocalDate::compareTo)
                .map(last -> " Access ends on " + Dates.dayAndYear(last) + " at the latest.")
                .orElse("");
    }

    private static String steps(ReviewView view) {
        Review review = view.board().review();
        StringBuilder steps = new StringBuilder();
        steps.append("- **Do you need your seat?** Comment ")
                .append(command(view, "keep"))
                .append(" or ")
                .append(command(view, "keep reason=…"))
                .append(" here")
                .append(until(view))
                .append(view.pages()
                        .map(pages -> ", or press *Keep my seat* on [your page](" + pages + "/me)")
                        .orElse(""))
                .append(". Using Copilot keeps a seat too.\n");
        steps.append("- ").append(approval(view)).append('\n');
        steps.append("- ").append(whatFollows(view)).append('\n');
        steps.append("- To stop this review, an admin comments ")
                .append(command(view, "review cancel"))
                .append(". Nobody is added to the list later")
                .append(
                        review.moreSeats() == 0
                                ? "."
                                : "; " + Numbers.plural(review.moreSeats(), "more seat")
                                        + (review.moreSeats() == 1 ? " waits" : " wait") + " for another review.")
                .append('\n');
        return steps.toString();
    }

    private static String until(ReviewView view) {
        Review review = view.board().review();
        return review.noticeOver(view.board().now())
                ? " before it is taken back"
                : review.noticeEnds()
                        .map(end -> " until **" + MINUTE.format(end) + "**")
                        .orElse("");
    }

    private static String approval(ReviewView view) {
        Review review = view.board().review();
        Optional<Approval> approval = review.state().agreed();
        if (approval.isPresent()) {
            Approval agreed = approval.get();
            return "Approved by " + (view.named() ? Markdown.code(agreed.by().login()) : "an admin") + " on "
                    + MINUTE.format(agreed.at()) + ": this list and no other"
                    + (view.named() ? " (" + Markdown.code(agreed.digest().substring(0, DIGEST_SHOWN)) + ")." : ".");
        }
        String who = review.startedBy()
                .map(starter -> view.named()
                        ? "an admin other than " + Markdown.code(starter.login())
                        : "an admin other than the one who started it")
                .orElse("an admin");
        return "**It needs an approval:** " + who + " comments " + command(view, "approve") + ", by "
                + day(review.startedAt().plus(Review.LIFE)) + ".";
    }

    private static String whatFollows(ReviewView view) {
        String then = view.writable()
                ? "Flightlog takes the seats back. Access ends with the billing cycle at the latest; until then an"
                        + " admin can give a seat back with " + command(view, "undo") + "."
                : "this issue shows the commands with which an owner takes the seats back: the app may read seats here,"
                        + " not write them.";
        return switch (view.board().review().state()) {
            case ReviewState.Executing _
            when view.board().review().halted().isPresent() ->
                "Nothing more is sent to GitHub; this review closes when it is known what became of what was sent.";
            case ReviewState.Executing _
            when view.byHand() ->
                "The notice is over and it is approved: an owner takes the seats back. " + whenAgain(view)
                        + " Access ends with the billing cycle at the latest.";
            case ReviewState.Executing _ ->
                "The notice is over and it is approved: each seat is looked at once more; then " + then;
            case ReviewState.Proposed _,
                    ReviewState.Approved _,
                    ReviewState.Done _,
                    ReviewState.Cancelled _,
                    ReviewState.Expired _ ->
                "When the notice is over and it is approved, each seat is looked at once more; then " + then;
        };
    }

    private static String whenAgain(ReviewView view) {
        return view.refusal()
                .map(refused -> refused.until()
                        .map(until -> "Flightlog tries again on " + MINUTE.format(until)
                                + ", or as soon as an owner grants the app's permissions.")
                        .orElse("As soon as that has changed, Flightlog does it."))
                .orElse("As soon as the app may write seats, Flightlog does it.");
    }

    private static String throughTeams(ReviewView view) {
        int seats = view.board().throughTeams().size();
        return new Fold(
                        "Held through a team: " + Numbers.plural(seats, "seat"),
                        "These seats end only when the person leaves the team, or when Copilot is taken from the team."
                                + " Flightlog changes no teams.\n\n" + ReviewTables.throughTeams(view))
                .render();
    }

    private static String story(ReviewView view) {
        String lines = ReviewStory.render(view.story(), view.named());
        return new Fold("What happened", lines.isEmpty() ? "Nothing yet." : lines).render();
    }

    private static String command(ReviewView view, String words) {
        return Markdown.code(view.prefix() + " " + words);
    }

    /** What there is to say about one person's line beside its word; names people. */
    public static Optional<String> detail(ItemState state) {
        return ReviewTables.detail(state);
    }

    /** "Nov 25, 2026, 09:00 UTC". */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private static String day(Instant at) {
        return Dates.dayAndYear(at.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
