package dev.flightlog.check;

import dev.flightlog.github.OpenPullRequest;
import dev.flightlog.github.PullRequests;
import dev.flightlog.github.RepoFile;
import dev.flightlog.github.RepoFiles;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyParser;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the checks of pull requests after the policy of the branch that they compare with changed, or was first seen.
 */
@Singleton
public class PolicyBaseJob implements JobHandler<PolicyBaseJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("policy-base", Data.class, Priority.BACKGROUND);

    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final PullRequests pullRequests;
    private final RepoFiles files;
    private final JobQueue jobs;

    PolicyBaseJob(
            OrganizationWork work,
            GovernanceStore governance,
            PullRequests pullRequests,
            RepoFiles files,
            JobQueue jobs) {
        this.work = work;
        this.governance = governance;
        this.pullRequests = pullRequests;
        this.files = files;
        this.jobs = jobs;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.runOnce(data.organization(), organization -> {
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository != null && changed(organization, repository, data)) {
                pullRequests.newest(organization.access(), repository.name(), repository.defaultBranch()).stream()
                        .filter(pull -> touchesPolicy(organization, repository, pull))
                        .forEach(pull -> checkAgain(organization, pull));
            }
        });
    }

    private boolean changed(Organization organization, GovernanceRepository repository, Data data) {
        return data.before() == null
                || !blob(organization, repository, data.before()).equals(blob(organization, repository, data.after()));
    }

    private String blob(Organization organization, GovernanceRepository repository, String commit) {
        RepoFile file =
                files.read(organization.access(), repository.name(), Policy.FILE, commit, PolicyParser.MAX_BYTES);
        return PolicyAtCommit.of(commit, file).blob();
    }

    private boolean touchesPolicy(Organization organization, GovernanceRepository repository, OpenPullRequest pull) {
        return pullRequests.touches(organization.access(), repository.name(), pull.number(), Policy.FILE);
    }

    /** Behind what people wait for: nobody asked for these. */
    private void checkAgain(Organization organization, OpenPullRequest pull) {
        PolicyCheckJob.Data again = new PolicyCheckJob.Data(organization.id(), pull.headSha());
        jobs.enqueue(PolicyCheckJob.TYPE, again.key(), again, Priority.BACKGROUND);
    }

    /**
     * A push to the default branch, or its first sight.
     *
     * @param before what the branch had; null where it is new
     * @param after what it has: the commit, or at first sight the branch's name
     */
    public record Data(long organization, @Nullable String before, String after) implements KeyedData {
        @Override
        public String key() {
            return organization + "/" + after;
        }
    }
}
