package dev.flightlog.jobs;

import java.time.Instant;

/** What is done about a job that failed. */
public sealed interface Retry {
    /** Not now; costs no attempt. */
    record Later(Instant until) implements Retry {}

    /** Again, after a pause that doubles. */
    record Again() implements Retry {}

    /**
     * Again, as {@link Again}, though only a person ends the cause: the log says it once and not at each attempt.
     *
     * @param sentence cause and remedy
     */
    record AskAPerson(String sentence) implements Retry {}

    /** Trying again does not help. A recurring job is tried again all the same. */
    record GiveUp() implements Retry {}
}
