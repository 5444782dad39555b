package dev.flightlog.health;

import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;

/** Something of an organization was read, or could not be: the root package decides what follows. */
public record SourceReadEvent(long organization) implements KeyedData {
    public static final JobType<SourceReadEvent> TYPE = JobType.of("progress", SourceReadEvent.class, Priority.NORMAL);

    @Override
    public String key() {
        return Long.toString(organization);
    }
}
