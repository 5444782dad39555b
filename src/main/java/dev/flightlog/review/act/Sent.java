package dev.flightlog.review.act;

import dev.flightlog.github.GitHubException;

/** What came of one request that changes seats. */
sealed interface Sent {
    /** GitHub did something to so many seats, it says. */
    record Answered(int seats) implements Sent {}

    /** GitHub takes nothing of it, for what the request names or how the organization is set up (422). */
    record NotTaken(String why) implements Sent {}

    /** The app may not (403). */
    record NotPermitted(String why) implements Sent {}

    /** Nothing was done, and nothing can be now. */
    record NotDone(GitHubException why) implements Sent {}

    /** Nobody knows whether it was done. */
    record Unknown(GitHubException why) implements Sent {}
}
