package dev.flightlog.jobs;

import java.time.Instant;

/** What is done about a job that failed. */
public sealed interface Retry {
    /** Not now; costs no attempt. */
    record Later(Instant until) implements Retry {}

    /** Again, after a pause that doubles. */
    record Again() implements Retry {}

    /**
     * Again, after a pause that doubles; given up only when it goes on for a day. The log says the cause once, when the
     * same job met it several times.
     *
     * @param cause what other jobs meet as well, without the names of this one
     */
    record Unanswered(String cause) implements Retry {}

    /**
     * Again, after a pause that doubles, and never given up: only a person ends the cause. The log says it once.
     *
     * @param sentence cause and remedy
     */
    record AskAPerson(String sentence) implements Retry {}

    /** Trying again does not help. A recurring job is tried again all the same. */
    record GiveUp() implements Retry {}
}
