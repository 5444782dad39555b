package dev.flightlog.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A seat review in its current state.
 *
 * @param number counts the organization's reviews, from 1
 * @param startedBy who started it by hand; nobody where the policy's schedule did
 * @param idleAfter seats were proposed that were not used for longer than this
 * @param notice how long people can say keep, from the announcement on
 * @param moreSeats further seats that were unused as long, and wait for another review
 * @param announcedAt when the issue was posted; empty before
 * @param noticeEnds until when people can say keep; nothing before the issue was written
 * @param refusal why GitHub lets nothing be written, and since when; nothing while it was not tried or works
 * @param halted why nothing more is sent to GitHub, because its answer did not add up or somebody cancelled; nothing usually
 */
public record Review(
        int number,
        ReviewState state,
        Instant startedAt,
        Optional<Who> startedBy,
        Duration idleAfter,
        Duration notice,
        int moreSeats,
        Optional<Instant> announcedAt,
        Optional<Instant> noticeEnds,
        Optional<Refusal> refusal,
        Optional<String> halted) {
    /** A review that nobody approves for so long closes by itself; so does one that nobody carries out by hand. */
    public static final Duration LIFE = Duration.ofDays(30);

    /**
     * Why nothing more is sent where somebody cancelled the review while an answer was awaited. It is stored, and a review
     * with other words counts as {@link #stopped}: it must not be worded differently.
     */
    public static final String CANCELLED_MEANWHILE = "an admin cancelled the review";

    public Review {
        if (number < 1) {
            throw new IllegalArgumentException("number must be above 0, but is " + number);
        }
    }

    /**
     * GitHub's words, and when it said them.
     *
     * @param until when it is tried again; nothing for what each look at the organization shows, such as a setting
     */
    public record Refusal(Instant at, String words, Optional<Instant> until) {}

    /** Why GitHub lets nothing be written, while that counts; nothing where it can be tried. */
    public Optional<Refusal> refusedNow(Instant now) {
        return refusal.filter(
                refused -> refused.until().filter(end -> !now.isBefore(end)).isEmpty());
    }

    /** Why it was stopped before its end, by something else than a cancellation. */
    public Optional<String> stopped() {
        return halted.filter(why -> !why.equals(CANCELLED_MEANWHILE));
    }

    /** The UTC day in its title. */
    public LocalDate day() {
        return LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
    }

    /** People were notified and had the promised time. */
    public boolean noticeOver(Instant now) {
        return announcedAt.isPresent()
                && noticeEnds.filter(end -> !now.isBefore(end)).isPresent();
    }
}
