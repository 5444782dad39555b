package dev.flightlog.github;

import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/**
 * Repositories that an installation was granted.
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Repositories {
    private final RestClient rest;

    Repositories(RestClient rest) {
        this.rest = rest;
    }

    /** @throws GitHubException not found also for a repository that was not granted to the installation */
    public RepositoryFacts get(Access.Installation access, RepositoryName name) {
        return RepositoryFacts.of(rest.get(access, name.path()));
    }

    /** Follows a repository that was renamed or moved. */
    public RepositoryFacts byId(Access.Installation access, long id) {
        return RepositoryFacts.of(rest.get(access, "/repositories/" + id));
    }

    /** All that were granted. */
    public void granted(Access.Installation access, Consumer<RepositoryFacts> consumer) {
        rest.pages(
                access,
                "/installation/repositories?per_page=100",
                page -> page.path("repositories")
                        .forEach(repository -> consumer.accept(RepositoryFacts.of(repository))));
    }
}
