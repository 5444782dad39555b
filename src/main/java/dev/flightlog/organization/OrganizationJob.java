package dev.flightlog.organization;

import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;

/**
 * What a job about an organization as a whole needs to know. Of each such type an organization has one job at most.
 *
 * @param organization GitHub's id
 */
public record OrganizationJob(long organization) implements KeyedData {
    public static JobType<OrganizationJob> type(String name, Priority priority) {
        return JobType.of(name, OrganizationJob.class, priority);
    }

    @Override
    public String key() {
        return Long.toString(organization);
    }
}
