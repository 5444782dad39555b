package dev.flightlog.governance;

import dev.flightlog.github.GitHubException;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;

/** Looks for an organization's governance repository and reads its policy. */
@Singleton
public class GovernanceJob implements JobHandler<GovernanceJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("governance", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final GovernanceSync reading;
    private final SourceStatusStore readings;

    GovernanceJob(OrganizationWork work, GovernanceSync reading, SourceStatusStore readings) {
        this.work = work;
        this.reading = reading;
        this.readings = readings;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.run(data.organization(), organization -> {
            try {
                reading.read(organization);
            } catch (GitHubException refused) {
                if (!readings.failed(organization.id(), Source.GOVERNANCE, refused.failure())) {
                    throw refused;
                }
            }
        });
    }

    /** Of which organization. */
    public record Data(long organization) {}
}
