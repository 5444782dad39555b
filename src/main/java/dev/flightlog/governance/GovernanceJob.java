package dev.flightlog.governance;

import dev.flightlog.github.GitHubException;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;

/** Looks for an organization's governance repository and reads its policy. */
@Singleton
public class GovernanceJob implements JobHandler<OrganizationJob> {
    public static final JobType<OrganizationJob> TYPE = OrganizationJob.type("governance", Priority.NORMAL);

    private final OrganizationWork work;
    private final GovernanceSync reading;
    private final SourceStatusStore readings;

    GovernanceJob(OrganizationWork work, GovernanceSync reading, SourceStatusStore readings) {
        this.work = work;
        this.reading = reading;
        this.readings = readings;
    }

    @Override
    public JobType<OrganizationJob> type() {
        return TYPE;
    }

    @Override
    public void run(OrganizationJob job) {
        work.run(job.organization(), organization -> {
            try {
                reading.read(organization);
            } catch (GitHubException refused) {
                if (!readings.failed(organization.id(), Source.GOVERNANCE, refused.failure())) {
                    throw refused;
                }
            }
        });
    }
}
