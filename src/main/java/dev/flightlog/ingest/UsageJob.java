package dev.flightlog.ingest;

import dev.flightlog.github.GitHubException;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what an organization used: first the last 28 days at once, then the days that are new or may be restated. */
@Singleton
public class UsageJob implements JobHandler<UsageJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("usage", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final UsageSync reading;
    private final SourceStatusStore readings;

    UsageJob(OrganizationWork work, UsageSync reading, SourceStatusStore readings) {
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
                reading.read(organization, data.asked() == null ? null : Instant.parse(data.asked()));
            } catch (GitHubException refused) {
                if (!readings.failed(organization.id(), Source.USAGE, refused.failure())) {
                    throw refused;
                }
            } catch (RejectedReportException broken) {
                readings.later(organization.id(), Source.USAGE, "A report is broken: " + broken.getMessage());
                throw broken;
            } finally {
                reading.noteReached(organization.id());
            }
        });
    }

    /** A report that stays broken, or trouble of our own, holds no post back any longer; an outage of GitHub's ends by itself. */
    @Override
    public void giveUp(Data data, String problem) {
        if (!problem.startsWith(GitHubException.class.getSimpleName())) {
            readings.broke(data.organization(), Source.USAGE, problem);
        }
    }

    /**
     * Of which organization.
     *
     * @param asked when somebody asked for it, as ISO text; null where it is only time
     */
    public record Data(long organization, @Nullable String asked) implements KeyedData {
        @Override
        public String key() {
            return Long.toString(organization);
        }
    }
}
