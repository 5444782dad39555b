package dev.flightlog.governance;

import dev.flightlog.github.GitHubException;
import dev.flightlog.github.RepoFile;
import dev.flightlog.github.RepoFiles;
import dev.flightlog.github.RepositoryFacts;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an organization's governance repository and reads its policy file. */
@Singleton
public class GovernanceSync {
    private static final Logger LOG = LoggerFactory.getLogger(GovernanceSync.class);

    private final RepositoryFinder finder;
    private final RepoFiles files;
    private final GovernanceStore store;
    private final SourceStatusStore readings;
    private final RepositoryListener listener;
    private final GovernanceConfiguration configuration;
    private final PolicyNames names;
    private final JobQueue jobs;
    private final InstantSource clock;

    GovernanceSync(
            RepositoryFinder finder,
            RepoFiles files,
            GovernanceStore store,
            SourceStatusStore readings,
            RepositoryListener listener,
            GovernanceConfiguration configuration,
            PolicyNames names,
            JobQueue jobs,
            InstantSource clock) {
        this.names = names;
        this.jobs = jobs;
        this.finder = finder;
        this.files = files;
        this.store = store;
        this.readings = readings;
        this.listener = listener;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** @throws GitHubException when GitHub does not answer; a missing repository is an outcome, not an error */
    public void read(Organization organization) {
        switch (finder.find(organization)) {
            case RepositorySearch.Found(RepositoryFacts facts, @Nullable RepositoryFacts other) ->
                found(organization, facts, other);
            case RepositorySearch.Unconfirmed(RepositoryFacts candidate) -> unconfirmed(organization, candidate);
            case RepositorySearch.Missing _ -> missing(organization);
        }
    }

    private void found(Organization organization, RepositoryFacts facts, @Nullable RepositoryFacts other) {
        GovernanceRepository repository = GovernanceRepository.of(facts);
        Long candidate = other == null ? null : other.id();
        Long before = store.candidate(organization.id());
        GovernanceRepository known = store.lastKnown(organization.id());
        readPolicy(organization, repository, candidate);
        // Only now: posts go out as soon as the repository is there, and its policy says how and where.
        store.found(organization.id(), repository, candidate, clock.instant(), listener);
        readings.read(organization.id(), Source.POLICY, null);
        if (other == null) {
            note(organization, facts);
        } else {
            readings.askAPerson(
                    organization.id(),
                    Source.GOVERNANCE,
                    another(organization, repository.name().name()));
            LOG.warn(
                    "organization {}: another repository is called {} now; nothing is taken from it",
                    organization.login(),
                    configuration.governanceRepository());
        }
        if (known != null && known.id() == repository.id() && known.confidential() != repository.confidential()) {
            VisibilityEvent changed = new VisibilityEvent(organization.id());
            jobs.enqueue(VisibilityEvent.TYPE, changed);
        }
        if (!Objects.equals(candidate, before)) {
            jobs.enqueue(
                    OtherRepositoryEvent.TYPE,
                    Long.toString(organization.id()),
                    new OtherRepositoryEvent(
                            organization.id(),
                            other == null ? null : other.name().name()));
        }
    }

    /** A repository in which nothing can be posted is there, and yet somebody must act. */
    private void note(Organization organization, RepositoryFacts facts) {
        if (facts.archived()) {
            readings.failed(organization.id(), Source.GOVERNANCE, new SourceProblem.Archived());
        } else if (!facts.hasIssues() && !facts.hasDiscussions()) {
            readings.failed(organization.id(), Source.GOVERNANCE, new SourceProblem.IssuesOff());
        } else {
            readings.read(organization.id(), Source.GOVERNANCE, null);
        }
    }

    private void unconfirmed(Organization organization, RepositoryFacts candidate) {
        store.missing(organization.id(), candidate.id(), clock.instant());
        readings.askAPerson(organization.id(), Source.GOVERNANCE, another(organization, null));
        LOG.warn(
                "organization {}: the repository {} waits for an owner to adopt it; posts wait too",
                organization.login(),
                candidate.name());
    }

    private String another(Organization organization, @Nullable String current) {
        return (current == null ? "The" : "Posts and policy stay in " + current + ", and the")
                + " repository " + organization.login() + "/" + configuration.governanceRepository()
                + " is not the one that is known, or was made after the installation. If it shall be the governance"
                + " repository, an owner comments /copilot adopt on an issue in it.";
    }

    private void missing(Organization organization) {
        store.missing(organization.id(), null, clock.instant());
        readings.askAPerson(
                organization.id(),
                Source.GOVERNANCE,
                "The repository " + organization.login() + "/" + configuration.governanceRepository()
                        + " is not there, or the app may not see it. Make it, or add it under Settings, GitHub Apps.");
        LOG.warn(
                "organization {} has no governance repository {} that the app can see; posts wait for it",
                organization.login(),
                configuration.governanceRepository());
    }

    private void readPolicy(Organization organization, GovernanceRepository repository, @Nullable Long candidate) {
        PolicyFile before = store.policy(organization.id());
        try {
            PolicyFile file = policyFile(organization, repository, before);
            store.savePolicy(organization.id(), file);
            noteNames(organization, before, file);
            file.secondLookAt()
                    .ifPresent(at -> jobs.enqueueAt(GovernanceJob.TYPE, new OrganizationJob(organization.id()), at));
        } catch (GitHubException refused) {
            readings.failed(organization.id(), Source.POLICY, refused.failure());
            if (policySettled(organization)) {
                store.found(organization.id(), repository, candidate, clock.instant(), listener);
            }
            throw refused;
        }
    }

    private void noteNames(Organization organization, @Nullable PolicyFile before, PolicyFile file) {
        file.inForcePolicy().map(PolicyResult.Valid::policy).ifPresent(policy -> {
            if (before == null || !Arrays.equals(before.inForceContent(), file.inForceContent())) {
                names.policyChanged(organization.id(), policy);
            } else {
                names.bind(organization.id(), policy);
            }
        });
    }

    /** Known from before, or not to be had without a person: no reason to wait for it. */
    private boolean policySettled(Organization organization) {
        SourceStatus policy = readings.of(organization.id()).get(Source.POLICY);
        return policy != null && policy.settled();
    }

    private PolicyFile policyFile(
            Organization organization, GovernanceRepository repository, @Nullable PolicyFile before) {
        return files.findHead(organization.access(), repository.name(), repository.defaultBranch())
                .map(commit -> policyFile(
                        before,
                        commit,
                        files.read(
                                organization.access(), repository.name(), Policy.FILE, commit, PolicyParser.MAX_BYTES)))
                .orElseGet(() -> PolicyFile.absent(before, "", clock.instant()));
    }

    private PolicyFile policyFile(@Nullable PolicyFile before, String commit, RepoFile file) {
        return switch (file) {
            case RepoFile.Absent _ -> PolicyFile.absent(before, commit, clock.instant());
            case RepoFile.TooLarge _ ->
                PolicyFile.broken(before, commit, new byte[PolicyParser.MAX_BYTES + 1], clock.instant());
            case RepoFile.Content(byte[] bytes, String _) ->
                switch (PolicyParser.parse(bytes)) {
                    case PolicyResult.Valid _ -> PolicyFile.valid(before, commit, bytes, clock.instant());
                    case PolicyResult.Invalid _ -> PolicyFile.broken(before, commit, bytes, clock.instant());
                };
        };
    }
}
