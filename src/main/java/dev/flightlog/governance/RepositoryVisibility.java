package dev.flightlog.governance;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Repositories;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether an organization's governance repository is private at this moment. GitHub is asked, because a repository may
 * have turned public and the event about it may be late or lost. What is stored can only make the answer stricter.
 */
@Singleton
class RepositoryVisibility {
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final GovernanceStore store;
    private final Repositories repositories;
    private final JobQueue jobs;
    private final InstantSource clock;
    private final Map<Long, Answer> recent = new ConcurrentHashMap<>();

    RepositoryVisibility(GovernanceStore store, Repositories repositories, JobQueue jobs, InstantSource clock) {
        this.store = store;
        this.repositories = repositories;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Asked of GitHub now: for whatever is posted.
     *
     * @throws GitHubException when GitHub does not answer
     */
    boolean isPrivate(Organization organization) {
        GovernanceRepository repository = store.repository(organization.id());
        return repository != null && repository.confidential() && ask(organization, repository.id());
    }

    /**
     * As {@link #isPrivate}, but a positive answer may be five minutes old, and what is stored counts while GitHub does
     * not answer: for pages and the API, whose readers have a right of their own.
     */
    boolean wasPrivateRecently(Organization organization) {
        GovernanceRepository repository = store.repository(organization.id());
        if (repository == null || !repository.confidential()) {
            return false;
        }
        Answer known = recent.get(organization.id());
        if (known != null && known.isAbout(repository.id(), clock.instant().minus(RECENT))) {
            return true;
        }
        try {
            return ask(organization, repository.id());
        } catch (GitHubException unanswered) {
            return true;
        }
    }

    /** As an event or a reading said last. */
    boolean isStoredAsPrivate(Organization organization) {
        GovernanceRepository repository = store.repository(organization.id());
        return repository != null && repository.confidential();
    }

    private boolean ask(Organization organization, long repository) {
        Instant asked = clock.instant();
        if (readPrivate(organization, repository)) {
            recent.put(organization.id(), new Answer(repository, asked));
            return true;
        }
        recent.remove(organization.id());
        jobs.enqueue(GovernanceJob.TYPE, new OrganizationJob(organization.id()));
        return false;
    }

    /** False also where it is gone or hidden from the app. */
    private boolean readPrivate(Organization organization, long repository) {
        try {
            return GovernanceRepository.of(repositories.byId(organization.access(), repository))
                    .confidential();
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.NotFound) {
                return false;
            }
            throw refused;
        }
    }

    /** The repository was private then. */
    private record Answer(long repository, Instant asked) {
        boolean isAbout(long wanted, Instant oldest) {
            return repository == wanted && asked.isAfter(oldest);
        }
    }
}
