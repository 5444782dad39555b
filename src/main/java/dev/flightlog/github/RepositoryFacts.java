package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import java.time.Instant;

/**
 * What a repository is.
 *
 * @param id GitHub's id, which stays when the name changes
 * @param ownerId GitHub's id of the account that owns it now
 * @param visibility public, private or internal
 */
public record RepositoryFacts(
        long id,
        long ownerId,
        RepositoryName name,
        boolean isPrivate,
        String visibility,
        String defaultBranch,
        boolean archived,
        boolean hasIssues,
        boolean hasDiscussions,
        Instant createdAt,
        String url) {

    static RepositoryFacts of(JsonNode repository) {
        boolean isPrivate = repository.path("private").asBoolean();
        return new RepositoryFacts(
                repository.path("id").asLong(),
                repository.path("owner").path("id").asLong(),
                new RepositoryName(Fields.text(repository.path("owner"), "login"), Fields.text(repository, "name")),
                isPrivate,
                repository.path("visibility").asText(isPrivate ? "private" : "public"),
                Fields.text(repository, "default_branch"),
                repository.path("archived").asBoolean(),
                repository.path("has_issues").asBoolean(true),
                repository.path("has_discussions").asBoolean(),
                Fields.instant(repository, "created_at"),
                Fields.text(repository, "html_url"));
    }
}
