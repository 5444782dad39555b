package dev.flightlog.directory;

import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;

/** Reads an organization's people and teams, whole. */
@Singleton
public class DirectoryJob implements JobHandler<DirectoryJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("directory", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final DirectorySync reading;

    DirectoryJob(OrganizationWork work, DirectorySync reading) {
        this.work = work;
        this.reading = reading;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.run(data.organization(), reading::read);
    }

    /** Of which organization. */
    public record Data(long organization) {}
}
