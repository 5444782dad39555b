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

    /** GitHub refused without saying for how long; until it accepts, people see how to do it by hand. */
    private static final Duration TRY_AGAIN = Duration.ofHours(24);

    public Review {
        if (number < 1) {
            throw new IllegalArgumentException("number must be above 0, but is " + number);
        }
    }

    /** GitHub's words, and when it said them. */
    public record Refusal(Instant at, String words) {}

    /** GitHub refused to let anything be written, so recently that it is not tried yet. */
    public boolean refusedLately(Instant now) {
        return refusal.filter(refused -> now.isBefore(refused.at().plus(TRY_AGAIN)))
                .isPresent();
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
