package dev.flightlog.publish;

import dev.flightlog.github.Access;
import dev.flightlog.github.RepositoryName;

/**
 * The repository of an organization's posts: its governance repository.
 *
 * @param organization GitHub's id
 * @param repositoryId GitHub's id; distinguishes a renamed repository from another one
 */
public record PostRepository(
        long organization, Access.Installation access, long repositoryId, RepositoryName repository) {
    PostRepository inBackground() {
        return new PostRepository(organization, access.inBackground(), repositoryId, repository);
    }
}
