package dev.flightlog.check;

import dev.flightlog.github.RepoFiles;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says on the default branch's head how seats, money and data are; enqueued after each refresh. */
@Singleton
public class SeatCheckJob implements JobHandler<SeatCheckJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("seat-check", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final RepoFiles files;
    private final SeatChecks checks;

    SeatCheckJob(OrganizationWork work, GovernanceStore governance, RepoFiles files, SeatChecks checks) {
        this.work = work;
        this.governance = governance;
        this.files = files;
        this.checks = checks;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.run(data.organization(), organization -> {
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository != null) {
                commit(data, organization, repository)
                        .ifPresent(commit -> checks.put(organization, repository, commit, null));
            }
        });
    }

    private Optional<String> commit(Data data, Organization organization, GovernanceRepository repository) {
        return data.commit() == null
                ? files.findHead(organization.access(), repository.name(), repository.defaultBranch())
                : Optional.of(data.commit());
    }

    /**
     * Of which organization.
     *
     * @param commit where somebody runs the check again; null for the default branch's head
     */
    public record Data(long organization, @Nullable String commit) implements KeyedData {
        /** The check on the default branch's head. */
        public static Data of(long organization) {
            return new Data(organization, null);
        }

        /** One at a time for each organization and commit. */
        @Override
        public String key() {
            return commit == null ? Long.toString(organization) : organization + "/" + commit;
        }
    }
}
