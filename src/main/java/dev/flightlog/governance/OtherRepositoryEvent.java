package dev.flightlog.governance;

import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Beside the governance repository another one took its configured name, or does so no more.
 *
 * @param name of the other one; null where there is none any more
 */
public record OtherRepositoryEvent(
        long organization, @Nullable String name) {
    public static final JobType<OtherRepositoryEvent> TYPE =
            JobType.of("other-repository", OtherRepositoryEvent.class, Priority.NORMAL);
}
