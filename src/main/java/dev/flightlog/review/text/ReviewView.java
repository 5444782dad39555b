package dev.flightlog.review.text;

import dev.flightlog.cost.Saving;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A review as issue and page show it.
 *
 * @param organization its name on GitHub
 * @param saving what the seats that are still proposed would save
 * @param named whether people may be named where it is shown
 * @param mention whether their names notify them
 * @param writable whether the app may take seats back itself
 * @param prefix of commands
 * @param handWork when the seats were read by which people may take them back by hand; nothing where too little is known
 * @param pages address of the organization's pages; nothing where the pages are closed
 * @param story every step so far, oldest first
 */
public record ReviewView(
        String organization,
        ReviewBoard board,
        Saving saving,
        boolean named,
        boolean mention,
        boolean writable,
        String prefix,
        Optional<Instant> handWork,
        Optional<String> pages,
        List<TrailEntry> story) {
    public ReviewView {
        story = List.copyOf(story);
    }

    /** The title, which finds it again among others. */
    public String title() {
        return title(organization, board.review().day());
    }

    /** As {@link #title()}, of the review that an organization started on a day. */
    public static String title(String organization, LocalDate day) {
        return "Copilot seat review · " + organization + " · " + day;
    }

    /** Why GitHub lets nothing be written now; nothing where it does, or where that was never tried. */
    public Optional<Review.Refusal> refusal() {
        return board.review().refusedNow(board.now());
    }

    /** People are to take the seats back themselves. */
    public boolean byHand() {
        return switch (board.review().state()) {
            case dev.flightlog.review.ReviewState.Executing _ ->
                !writable && !board.with(Word.PROPOSED).isEmpty();
            case dev.flightlog.review.ReviewState.Proposed _,
                    dev.flightlog.review.ReviewState.Approved _,
                    dev.flightlog.review.ReviewState.Done _,
                    dev.flightlog.review.ReviewState.Cancelled _,
                    dev.flightlog.review.ReviewState.Expired _ -> false;
        };
    }
}
