package dev.flightlog.github;

import java.time.Instant;

/** Why GitHub did not do what it was asked, each with a next step. */
public sealed interface Failure {
    /** Gone, or hidden from this installation. Trying again does not help. */
    record NotFound() implements Failure {}

    /** The app lacks a permission. A person must grant it. */
    record Forbidden(String what) implements Failure {}

    /** The policy "Copilot usage metrics" is off. A person must switch it on (FACTS §0, fact 5). */
    record MetricsPolicyOff() implements Failure {}

    /** An owner suspended the installation, or removed it. */
    record Suspended() implements Failure {}

    /** GitHub does not believe who we are: wrong key, wrong app, or a token taken back. */
    record Unauthorized() implements Failure {}

    /** The request was wrong, or the thing is not in a state for it (400, 409, 410, 422). */
    record Refused(int status, String what) implements Failure {}

    /** Later. */
    record RateLimited(Instant until) implements Failure {}

    /** No answer, or one that says GitHub has trouble. {@code status} is 0 where nothing came back. */
    record Unavailable(int status) implements Failure {}

    /** In words that may stand in a log or before an administrator. */
    default String inWords() {
        return switch (this) {
            case NotFound _ -> "not found, or hidden from this installation";
            case Forbidden(String what) -> "not permitted: " + what;
            case MetricsPolicyOff _ -> "the policy \"Copilot usage metrics\" is off";
            case Suspended _ -> "the installation is suspended or removed";
            case Unauthorized _ -> "GitHub does not accept the app's key or token";
            case Refused(int status, String what) -> "refused with " + status + ": " + what;
            case RateLimited(Instant until) -> "rate limit until " + until;
            case Unavailable(int status) -> status == 0 ? "no answer" : "GitHub answered " + status;
        };
    }
}
