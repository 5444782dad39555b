package dev.flightlog.usage;

import dev.flightlog.directory.OrganizationWork;
import dev.flightlog.directory.ReadingStore;
import dev.flightlog.directory.Source;
import dev.flightlog.github.GitHubException;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import jakarta.inject.Singleton;

/** Reads what an organization used: first the last 28 days at once, then the days that are new or may be restated. */
@Singleton
public class UsageJob implements JobHandler<UsageJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("usage", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final UsageReading reading;
    private final ReadingStore readings;

    UsageJob(OrganizationWork work, UsageReading reading, ReadingStore readings) {
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
                readings.failed(organization.id(), Source.USAGE, refused.failure());
                throw refused;
            }
        });
    }

    /** Of which organization. */
    public record Data(long organization) {}
}
