package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;

/**
 * What a repository is.
 *
 * @param id GitHub's id, which stays when the name changes
 * @param visibility public, private or internal
 */
public record RepositoryFacts(
        long id,
        RepositoryName name,
        boolean isPrivate,
        String visibility,
        String defaultBranch,
        boolean archived,
        boolean hasIssues,
        boolean hasDiscussions,
        String url) {

    static RepositoryFacts of(JsonNode repository) {
        boolean isPrivate = repository.path("private").asBoolean();
        return new RepositoryFacts(
                repository.path("id").asLong(),
                new RepositoryName(Fields.text(repository.path("owner"), "login"), Fields.text(repository, "name")),
                isPrivate,
                repository.path("visibility").asText(isPrivate ? "private" : "public"),
                Fields.text(repository, "default_branch"),
                repository.path("archived").asBoolean(),
                repository.path("has_issues").asBoolean(true),
                repository.path("has_discussions").asBoolean(),
                Fields.text(repository, "html_url"));
    }
}
