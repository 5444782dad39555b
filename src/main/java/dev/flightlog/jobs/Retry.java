package dev.flightlog.jobs;

import java.time.Instant;

/** What is done about a job that failed. */
public sealed interface Retry {
    /** Not now; costs no attempt. */
    record Later(Instant until) implements Retry {}

    /** Again, after a pause that doubles. */
    record Again() implements Retry {}

    /** Trying again does not help. A recurring job is tried again all the same. */
    record GiveUp() implements Retry {}
}
