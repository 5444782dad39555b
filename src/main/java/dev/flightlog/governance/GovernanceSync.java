package dev.flightlog.governance;

import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.RepoFile;
import dev.flightlog.github.RepoFiles;
import dev.flightlog.github.Repositories;
import dev.flightlog.github.RepositoryFacts;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an organization's governance repository and reads its policy file. */
@Singleton
public class GovernanceSync {
    private static final Logger LOG = LoggerFactory.getLogger(GovernanceSync.class);

    private final Repositories repositories;
    private final RepoFiles files;
    private final GovernanceStore store;
    private final SourceStatusStore readings;
    private final RepositoryListener listener;
    private final GovernanceConfiguration configuration;
    private final InstantSource clock;

    GovernanceSync(
            Repositories repositories,
            RepoFiles files,
            GovernanceStore store,
            SourceStatusStore readings,
            RepositoryListener listener,
            GovernanceConfiguration configuration,
            InstantSource clock) {
        this.repositories = repositories;
        this.files = files;
        this.store = store;
        this.readings = readings;
        this.listener = listener;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** @throws GitHubException when GitHub does not answer; a missing repository is an outcome, not an error */
    public void read(Organization organization) {
        RepositoryFacts facts = find(organization);
        if (facts == null) {
            missing(organization);
            return;
        }
        GovernanceRepository repository =
                new GovernanceRepository(facts.id(), facts.name(), facts.isPrivate(), facts.defaultBranch());
        readPolicy(organization, repository);
        // Only now: posts go out as soon as the repository is there, and its policy says how and where.
        store.found(organization.id(), repository, clock.instant(), listener);
        readings.read(organization.id(), Source.POLICY, null);
        note(organization, facts);
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

    private void missing(Organization organization) {
        store.missing(organization.id(), clock.instant());
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

    /** By its name; a repository that was renamed is followed by its id. */
    private @Nullable RepositoryFacts find(Organization organization) {
        Access.Installation access = organization.access();
        RepositoryFacts named = orNull(() -> repositories.get(
                access, new RepositoryName(organization.login(), configuration.governanceRepository())));
        Long known = store.knownId(organization.id());
        return named == null && known != null ? orNull(() -> repositories.byId(access, known)) : named;
    }

    private void readPolicy(Organization organization, GovernanceRepository repository) {
        PolicyFile before = store.policy(organization.id());
        try {
            store.savePolicy(organization.id(), policyFile(organization, repository, before));
        } catch (GitHubException refused) {
            readings.failed(organization.id(), Source.POLICY, refused.failure());
            if (policySettled(organization)) {
                store.found(organization.id(), repository, clock.instant(), listener);
            }
            throw refused;
        }
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
                                organization.access(),
                                repository.name(),
                                Policy.FILE,
                                commit,
                                PolicyParser.MOST_BYTES)))
                .orElseGet(() -> PolicyFile.inForce(before, "", null, clock.instant()));
    }

    private PolicyFile policyFile(@Nullable PolicyFile before, String commit, RepoFile file) {
        return switch (file) {
            case RepoFile.Absent _ -> PolicyFile.inForce(before, commit, null, clock.instant());
            case RepoFile.TooLarge _ ->
                PolicyFile.broken(before, commit, new byte[PolicyParser.MOST_BYTES + 1], clock.instant());
            case RepoFile.Content(byte[] bytes, String _) ->
                switch (PolicyParser.parse(bytes)) {
                    case PolicyResult.Valid _ -> PolicyFile.inForce(before, commit, bytes, clock.instant());
                    case PolicyResult.Invalid _ -> PolicyFile.broken(before, commit, bytes, clock.instant());
                };
        };
    }

    private static @Nullable RepositoryFacts orNull(java.util.function.Supplier<RepositoryFacts> request) {
        try {
            return request.get();
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.NotFound) {
                return null;
            }
            throw refused;
        }
    }
}
