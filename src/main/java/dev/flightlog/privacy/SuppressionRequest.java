package dev.flightlog.privacy;

import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;

/** Data of an organization have changed, so that what may be shown of it is to be decided. */
public record SuppressionRequest(long organization) implements KeyedData {
    public static final JobType<SuppressionRequest> TYPE =
            JobType.of("suppression", SuppressionRequest.class, Priority.NORMAL);

    @Override
    public String key() {
        return Long.toString(organization);
    }
}
