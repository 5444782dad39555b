package dev.flightlog.governance;

import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Another repository took the governance repository's configured name, or lost it.
 *
 * @param name of the other one; null where it lost the name
 */
public record OtherRepositoryEvent(
        long organization, @Nullable String name) {
    public static final JobType<OtherRepositoryEvent> TYPE =
            JobType.of("other-repository", OtherRepositoryEvent.class, Priority.NORMAL);
}
