package dev.flightlog.governance;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.InstallationFacts;
import dev.flightlog.github.Installations;
import dev.flightlog.github.Repositories;
import dev.flightlog.github.RepositoryFacts;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.organization.Organization;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the governance repository: by its id, once it is known. A name can be taken by whoever may make repositories, and
 * the policy in it says who is an admin; so another repository of that name counts only when an owner says so.
 *
 * @throws GitHubException from every method, when GitHub does not answer
 */
@Singleton
class RepositoryFinder {
    private final Repositories repositories;
    private final Installations installations;
    private final GovernanceStore store;
    private final String configuredName;

    RepositoryFinder(
            Repositories repositories,
            Installations installations,
            GovernanceStore store,
            GovernanceConfiguration configuration) {
        this.repositories = repositories;
        this.installations = installations;
        this.store = store;
        this.configuredName = configuration.governanceRepository();
    }

    RepositorySearch find(Organization organization) {
        Long known = store.knownId(organization.id());
        return known == null ? first(organization) : again(organization, known);
    }

    /** The repository with this id, if it belongs to the organization and has the configured name; null else. */
    @Nullable
    RepositoryFacts candidate(Organization organization, long repositoryId) {
        RepositoryFacts facts = orNull(() -> repositories.byId(organization.access(), repositoryId));
        return facts != null && isOwned(organization, facts) && hasName(facts) ? facts : null;
    }

    private RepositorySearch again(Organization organization, long known) {
        RepositoryFacts facts = orNull(() -> repositories.byId(organization.access(), known));
        if (facts != null && isOwned(organization, facts)) {
            return new RepositorySearch.Found(facts, hasName(facts) ? null : named(organization));
        }
        RepositoryFacts other = named(organization);
        return other == null ? new RepositorySearch.Missing() : new RepositorySearch.Unconfirmed(other);
    }

    /**
     * Owners select single repositories; where the app sees all, members could have made it for the app to find, or given
     * an old one the name after the app had looked.
     */
    private RepositorySearch first(Organization organization) {
        RepositoryFacts facts = named(organization);
        if (facts == null) {
            return new RepositorySearch.Missing();
        }
        InstallationFacts installation = installations.get(organization.installationId());
        return installation.onSelectedRepositories()
                        || (isOlder(facts, installation) && !store.isMissing(organization.id()))
                ? new RepositorySearch.Found(facts, null)
                : new RepositorySearch.Unconfirmed(facts);
    }

    private static boolean isOlder(RepositoryFacts facts, InstallationFacts installation) {
        Instant made = facts.createdAt();
        Instant installed = installation.createdAt();
        return made != null && installed != null && !made.isAfter(installed);
    }

    /** After an organization was renamed, somebody else may have its old name. */
    private @Nullable RepositoryFacts named(Organization organization) {
        RepositoryFacts facts = orNull(() ->
                repositories.get(organization.access(), new RepositoryName(organization.login(), configuredName)));
        return facts != null && isOwned(organization, facts) && hasName(facts) ? facts : null;
    }

    private static boolean isOwned(Organization organization, RepositoryFacts facts) {
        return facts.ownerId() == organization.id();
    }

    private boolean hasName(RepositoryFacts facts) {
        return facts.name().name().equalsIgnoreCase(configuredName);
    }

    private static @Nullable RepositoryFacts orNull(Supplier<RepositoryFacts> request) {
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
