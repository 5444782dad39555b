package dev.flightlog.publish;

import dev.flightlog.github.Access;
import dev.flightlog.github.RepositoryName;

/**
 * The repository that an organization's posts stand in: its governance repository.
 *
 * @param organization GitHub's id
 * @param repositoryId GitHub's id; tells a renamed repository from another one
 */
public record PostRepository(
        long organization, Access.Installation access, long repositoryId, RepositoryName repository) {
    PostRepository inBackground() {
        return new PostRepository(organization, access.inBackground(), repositoryId, repository);
    }
}
