package dev.flightlog.governance;

import dev.flightlog.github.GitHubException;
import dev.flightlog.github.RepositoryFacts;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An owner says that a repository governs the organization from now on. */
@Singleton
public class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final RepositoryFinder finder;
    private final GovernanceStore store;
    private final AccessRules access;
    private final JobQueue jobs;
    private final InstantSource clock;

    Adoption(RepositoryFinder finder, GovernanceStore store, AccessRules access, JobQueue jobs, InstantSource clock) {
        this.finder = finder;
        this.store = store;
        this.access = access;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Takes the repository, if the person is an owner. GitHub is asked about both now.
     *
     * @throws GitHubException when GitHub does not answer
     */
    public Outcome adopt(Organization organization, long repositoryId, long person, String login) {
        if (!access.isOwner(organization, person, login)) {
            return new Outcome.NotAnOwner();
        }
        RepositoryFacts facts = finder.candidate(organization, repositoryId);
        if (facts == null) {
            return new Outcome.NoCandidate();
        }
        GovernanceRepository repository = GovernanceRepository.of(facts);
        Long known = store.knownId(organization.id());
        if (known == null || known != repositoryId) {
            store.adopt(organization.id(), repository, clock.instant());
            LOG.info(
                    "organization {} is governed by its repository {} from now on", organization.login(), repositoryId);
        }
        jobs.enqueue(GovernanceJob.TYPE, new OrganizationJob(organization.id()));
        return new Outcome.Adopted(repository);
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It governs the organization now; it may have done so before. */
        record Adopted(GovernanceRepository repository) implements Outcome {}

        /** Only owners can do this, not admins that a policy names. */
        record NotAnOwner() implements Outcome {}

        /** It is not the organization's, has another name, or the app may not see it. */
        record NoCandidate() implements Outcome {}
    }
}
