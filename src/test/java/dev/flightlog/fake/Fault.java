package dev.flightlog.fake;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong on purpose with a request. */
public sealed interface Fault {
    /** Answers with a status instead of doing anything. */
    record Status(int status, String message, @Nullable Duration retryAfter, boolean budgetSpent) implements Fault {}

    /**
     * Does not answer for so long, then closes the connection. The time should be longer than the client's time-out:
     * the JDK's client by itself repeats a GET whose used connection is closed without an answer.
     */
    record Stall(Duration time) implements Fault {}

    /** Does the work, sends half of the body and closes the connection. */
    record ResetMidBody() implements Fault {}

    /** Sends whole lines of NDJSON and ends in the middle of the last one, as if that were the end of the file. */
    record TruncatedLine(int wholeLines) implements Fault {}

    /** Answers GraphQL errors with status 200 instead of doing anything. */
    record GraphQlErrors(String type, String message) implements Fault {}

    /** Waits before each chunk of 8 KiB. */
    record Slow(Duration perChunk) implements Fault {}

    /** Sends the client elsewhere. */
    record Redirect(URI to) implements Fault {}

    /** Does the work, and then loses the answer: the caller sees a closed connection. */
    record LostAnswer() implements Fault {}

    /** Does the work, and before the answer arrives somebody does something. */
    record Meanwhile(Runnable act) implements Fault {}

    static Fault status(int status) {
        return new Status(status, "Simulated " + status, null, false);
    }

    /** GitHub's secondary limit, as 403 or 429; without {@code retryAfter} the header is missing. */
    static Fault secondaryLimit(int status, @Nullable Duration retryAfter) {
        return new Status(
                status,
                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
                retryAfter,
                false);
    }

    /** The primary limit is used up: 403 with {@code x-ratelimit-remaining: 0}. */
    static Fault primaryLimit() {
        return new Status(403, "API rate limit exceeded for installation.", null, true);
    }

    static Fault stall(Duration time) {
        return new Stall(time);
    }

    static Fault resetMidBody() {
        return new ResetMidBody();
    }

    static Fault truncatedLine() {
        return new TruncatedLine(1);
    }

    /** The signed link is gone (github.md: Reports). */
    static Fault linkGone() {
        return new Status(404, "BlobNotFound", null, false);
    }

    static Fault expiredLink() {
        return new Status(403, "AuthenticationFailed: Signature not valid in the specified time frame", null, false);
    }

    static Fault graphQlError(String message) {
        return new GraphQlErrors("SERVICE_UNAVAILABLE", message);
    }

    /** GraphQL's way to say that the limit is reached: 200 with an error. */
    static Fault graphQlRateLimited() {
        return new GraphQlErrors("RATE_LIMITED", "API rate limit exceeded");
    }

    static Fault meanwhile(Runnable act) {
        return new Meanwhile(act);
    }

    static Fault slow(Duration perChunk) {
        return new Slow(perChunk);
    }

    static Fault redirect(URI to) {
        return new Redirect(to);
    }

    static Fault lostAnswer() {
        return new LostAnswer();
    }
}
