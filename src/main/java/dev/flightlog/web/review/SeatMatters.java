package dev.flightlog.web.review;

import dev.flightlog.review.ItemState;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.SeatRequest;
import dev.flightlog.review.act.ReviewBoards;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatRequestStore;
import dev.flightlog.review.text.ByHand;
import dev.flightlog.review.text.ReviewMarkdown;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.text.Dates;
import dev.flightlog.web.Markup;
import dev.flightlog.web.Matter;
import dev.flightlog.web.Visit;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What of reviews and requests concerns the visitor's own seat. */
@Singleton
class SeatMatters {
    private final ReviewStore reviews;
    private final ReviewBoards boards;
    private final SeatRequestStore requests;
    private final SeatFactsStore seats;

    SeatMatters(ReviewStore reviews, ReviewBoards boards, SeatRequestStore requests, SeatFactsStore seats) {
        this.reviews = reviews;
        this.boards = boards;
        this.requests = requests;
        this.seats = seats;
    }

    List<Matter> of(Visit visit) {
        boolean held =
                !seats.ofPeople(visit.org(), List.of(visit.person().personId())).isEmpty();
        if (held) {
            return reviewed(visit).stream().toList();
        }
        return visit.seatsKnown().known() ? List.of(asking(visit)) : List.of();
    }

    private Optional<Matter> reviewed(Visit visit) {
        return reviews.open(visit.org())
                .or(() -> reviews.latest(visit.org()))
                .flatMap(review -> boards.of(visit.org(), review).lines().stream()
                        .filter(line -> line.item().personId() == visit.person().personId())
                        .findFirst()
                        .flatMap(line -> matter(visit, review, line)));
    }

    private Optional<Matter> matter(Visit visit, Review review, ReviewBoard.Line line) {
        boolean open = review.state().open();
        return switch (line.word()) {
            case PROPOSED ->
                open
                        ? Optional.of(new Matter(
                                "Your seat is proposed to be taken back",
                                "warn",
                                text(visit, proposed(review, line)),
                                List.of(Buttons.keepMine(visit))))
                        : Optional.empty();
            case KEPT ->
                Optional.of(new Matter(
                        "Your seat is kept", "good", text(visit, "The seat review leaves it alone."), List.of()));
            case IN_USE, EXEMPT ->
                open
                        ? Optional.of(new Matter(
                                "Your seat stays",
                                "good",
                                text(
                                        visit,
                                        "It was proposed to be taken back; now it is "
                                                + line.word().text() + "."),
                                List.of()))
                        : Optional.empty();
            case REMOVING -> Optional.of(removing(visit, line.item().state()));
            case REMOVED -> Optional.of(removed(visit, line));
            case UNDOING ->
                Optional.of(new Matter(
                        "Your seat is being given back",
                        "info",
                        text(visit, "GitHub was asked to let it go on, and has not confirmed it yet."),
                        List.of()));
            case UNDONE ->
                Optional.of(new Matter("Your seat goes on", "good", text(visit, "It was given back."), List.of()));
            case THROUGH_TEAM, LEFT, FAILED, NOT_REMOVED -> Optional.empty();
        };
    }

    private static String proposed(Review review, ReviewBoard.Line line) {
        String since = Dates.dayAndYear(
                line.item().unusedSince().atZone(ZoneOffset.UTC).toLocalDate());
        String until = review.noticeEnds()
                .map(end -> " Say so until **" + ReviewMarkdown.minute(end) + "**.")
                .orElse("");
        return (line.item().everUsed()
                        ? "No use of it is known since " + since
                        : "No use of it was ever known; you have" + " it since " + since)
                + ". If you need it, keep it: one click, and reviews leave it alone for 90 days." + until
                + " Using Copilot keeps it too.";
    }

    private static Matter removing(Visit visit, ItemState state) {
        boolean saidKeep =
                state instanceof ItemState.Removing(var _, Optional<ItemState.Kept> keep) && keep.isPresent();
        String asked = "GitHub was asked to take it back, and has not said yet whether it did. ";
        return new Matter(
                "Your seat is being taken back",
                "warn",
                text(
                        visit,
                        asked
                                + (saidKeep
                                        ? "It was said that you need it: if GitHub did not take it, it stays. If it"
                                                + " did, an admin can give it back until it ends."
                                        : "If you need it, say so now: if GitHub did not take it, it stays.")),
                saidKeep ? List.of() : List.of(Buttons.keepMine(visit)));
    }

    /** Only what a review took is given back by an undo. */
    private static Matter removed(Visit visit, ReviewBoard.Line line) {
        ItemState state = line.item().state();
        if (ReviewDecisions.undoable(state, visit.today())) {
            return new Matter(
                    "Your seat was taken back",
                    "bad",
                    text(visit, ends(state) + "If you need it, ask an admin: until it ends they can give it back."),
                    List.of());
        }
        return new Matter(
                "Your seat was cancelled",
                "bad",
                text(
                        visit,
                        "Somebody cancelled it at GitHub, not this review. " + ends(state) + "If you need it: "
                                + ByHand.LET_IT_GO_ON + "."),
                List.of());
    }

    private static String ends(ItemState state) {
        return state instanceof ItemState.Removed(var endsOn, var _, var _)
                ? "It ends on " + Dates.dayAndYear(endsOn) + " at the latest. "
                : "";
    }

    private Matter asking(Visit visit) {
        Optional<SeatRequest> last =
                requests.latestOf(visit.org(), visit.person().personId());
        SeatRequest.State state = last.map(SeatRequest::state).orElse(null);
        if (state instanceof SeatRequest.State.Open || state instanceof SeatRequest.State.Granting) {
            String day = Dates.dayAndYear(
                    last.orElseThrow().askedAt().atZone(ZoneOffset.UTC).toLocalDate());
            return new Matter(
                    "You asked for a seat",
                    "info",
                    text(visit, "Since " + day + " an admin has to answer. You will see the answer here."),
                    List.of());
        }
        String declined = state instanceof SeatRequest.State.Declined(var _, var at, var reason)
                ? "Your last request was declined on "
                        + Dates.dayAndYear(at.atZone(ZoneOffset.UTC).toLocalDate())
                        + reason.map(words -> ": " + dev.flightlog.markdown.Markdown.text(words))
                                .orElse("")
                        + ". You can ask again."
                : "An admin decides. A seat costs money from the day on which it is given.";
        return new Matter(
                "You have no Copilot seat here", "info", text(visit, declined), List.of(Buttons.request(visit)));
    }

    private static gg.jte.Content text(Visit visit, String markdown) {
        return Markup.of(markdown, visit);
    }
}
