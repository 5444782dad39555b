package dev.flightlog.governance;

import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;

/** The governance repository is private now, or is not any more, or fewer posts in it name people. */
public record VisibilityEvent(long organization) implements KeyedData {
    public static final JobType<VisibilityEvent> TYPE =
            JobType.of("repository-visibility", VisibilityEvent.class, Priority.NORMAL);

    /** One at a time for each organization. */
    @Override
    public String key() {
        return Long.toString(organization);
    }
}
