package dev.flightlog.github;

import java.time.Duration;
import java.time.Instant;

/** Why GitHub did not do what it was asked, each with a next step. */
public sealed interface Failure {
    /** Gone, or hidden from this installation. Trying again does not help. */
    record NotFound() implements Failure {}

    /** The app lacks a permission. A person must grant it. */
    record Forbidden(String what) implements Failure {}

    /** The policy "Copilot usage metrics" is off. A person must switch it on (github.md: Metrics policy). */
    record MetricsPolicyOff() implements Failure {}

    /** An owner suspended the installation, or removed it. */
    record Suspended() implements Failure {}

    /**
     * GitHub does not believe who we are: wrong key, wrong app, a token taken back, or a clock that is wrong.
     *
     * @param what in GitHub's words
     * @param ahead how much our clock is ahead of GitHub's, negative when it is behind; zero below a minute
     */
    record Unauthorized(String what, Duration ahead) implements Failure {
        /** GitHub gives these words to a token that was just taken back, and during incidents: it passes. */
        public boolean momentary() {
            return what.equals("Bad credentials") && ahead.isZero();
        }
    }

    /** The request was wrong, or the thing is not in a state for it (400, 409, 410, 422). */
    record Refused(int status, String what) implements Failure {}

    /** Later. */
    record RateLimited(Instant until) implements Failure {}

    /** No answer, or one that says GitHub has trouble. {@code status} is 0 where nothing came back. */
    record Unavailable(int status) implements Failure {}

    /** In words that may be logged or shown to an administrator. */
    default String inWords() {
        return switch (this) {
            case NotFound _ -> "not found, or hidden from this installation";
            case Forbidden(String what) -> "not permitted: " + what;
            case MetricsPolicyOff _ -> "the policy \"Copilot usage metrics\" is off";
            case Suspended _ -> "the installation is suspended or removed";
            case Unauthorized(String what, Duration ahead) ->
                "GitHub does not accept the app's key or token: " + what
                        + (ahead.isZero()
                                ? ""
                                : " (this server's clock and GitHub's differ by " + Math.abs(ahead.toSeconds())
                                        + " s)");
            case Refused(int status, String what) -> "refused with " + status + ": " + what;
            case RateLimited(Instant until) -> "rate limit until " + until;
            case Unavailable(int status) -> status == 0 ? "no answer" : "GitHub answered " + status;
        };
    }
}
