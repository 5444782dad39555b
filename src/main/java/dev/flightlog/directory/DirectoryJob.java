package dev.flightlog.directory;

import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;

/** Reads an organization's people and teams, whole. */
@Singleton
public class DirectoryJob implements JobHandler<OrganizationJob> {
    public static final JobType<OrganizationJob> TYPE = OrganizationJob.type("directory", Priority.NORMAL);

    private final OrganizationWork work;
    private final DirectorySync reading;

    DirectoryJob(OrganizationWork work, DirectorySync reading) {
        this.work = work;
        this.reading = reading;
    }

    @Override
    public JobType<OrganizationJob> type() {
        return TYPE;
    }

    @Override
    public void run(OrganizationJob job) {
        work.run(job.organization(), reading::read);
    }
}
