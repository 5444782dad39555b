package dev.flightlog.github.issue;

import dev.flightlog.github.Access;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.github.rest.GraphQlClient;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Reactions of the app on what people wrote. Adding one that is there already changes nothing.
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Reactions {
    private static final String ADD = """
        mutation($subjectId: ID!, $content: ReactionContent!) {
          addReaction(input: {subjectId: $subjectId, content: $content}) {
            reaction { content }
          }
        }\
        """;

    private final RestClient rest;
    private final GraphQlClient graphQl;

    Reactions(RestClient rest, GraphQlClient graphQl) {
        this.rest = rest;
        this.graphQl = graphQl;
    }

    /** On a comment on an issue or pull request. */
    public void add(Access.Installation access, RepositoryName repository, long comment, Reaction reaction) {
        rest.post(
                access,
                repository.path() + "/issues/comments/" + comment + "/reactions",
                Map.of("content", reaction.rest()));
    }

    /** On an issue or pull request itself. */
    public void addToIssue(Access.Installation access, RepositoryName repository, int issue, Reaction reaction) {
        rest.post(access, repository.path() + "/issues/" + issue + "/reactions", Map.of("content", reaction.rest()));
    }

    /** On a discussion or a comment in one, by its node id. */
    public void addToDiscussion(Access.Installation access, String nodeId, Reaction reaction) {
        graphQl.query(access, ADD, Map.of("subjectId", nodeId, "content", reaction.graphQl()));
    }
}
