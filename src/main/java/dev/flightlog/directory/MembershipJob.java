package dev.flightlog.directory;

import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Reads one team or one person again after an event about it. Events come late, twice and in any order; what GitHub says
 * now is right.
 */
@Singleton
public class MembershipJob implements JobHandler<MembershipJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("membership", Data.class, Priority.RIGHTS);

    private final OrganizationWork work;
    private final DirectorySync reading;

    MembershipJob(OrganizationWork work, DirectorySync reading) {
        this.work = work;
        this.reading = reading;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.runOnce(data.organization(), organization -> {
            if (data.team() != null) {
                reading.readTeam(organization, data.team());
            }
            if (data.person() != null && data.login() != null) {
                reading.readPerson(organization, data.person(), data.login());
            }
        });
    }

    /** A team, or a person, or both. */
    public record Data(
            long organization,
            @Nullable Long team,
            @Nullable Long person,
            @Nullable String login) {}
}
