package dev.flightlog.directory;

import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;

/** Something of an organization was read, or could not be: the root package decides what follows. */
public record Progress(long organization) {
    public static final JobType<Progress> TYPE = JobType.of("progress", Progress.class, Priority.NORMAL);
}
