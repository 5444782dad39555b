package dev.flightlog.github.discussion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.GraphQlClient;
import dev.flightlog.github.rest.GraphQlPager;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Discussions of a repository, which only GraphQL has (github.md: Discussions).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Discussions {
    private static final String CATEGORY = """
        query($owner: String!, $name: String!, $slug: String!) {
          repository(owner: $owner, name: $name) {
            id
            hasDiscussionsEnabled
            discussionCategory(slug: $slug) { id isAnswerable }
            discussionCategories(first: 25, filterByAssignable: true) { nodes { id name slug } }
          }
        }\
        """;

    private static final String IN_CATEGORY = """
        query($owner: String!, $name: String!, $categoryId: ID!, $cursor: String) {
          repository(owner: $owner, name: $name) {
            discussions(first: 100, after: $cursor, categoryId: $categoryId,
                        orderBy: {field: CREATED_AT, direction: DESC}) {
              pageInfo { hasNextPage endCursor }
              nodes { id number title body url viewerDidAuthor }
            }
          }
        }\
        """;

    private static final String GET = """
        query($id: ID!) {
          node(id: $id) {
            ... on Discussion { id number title body url viewerDidAuthor }
          }
        }\
        """;

    private static final String CREATE = """
        mutation($repositoryId: ID!, $categoryId: ID!, $title: String!, $body: String!) {
          createDiscussion(
            input: {repositoryId: $repositoryId, categoryId: $categoryId, title: $title, body: $body}
          ) {
            discussion { id number title body url viewerDidAuthor }
          }
        }\
        """;

    private static final String UPDATE = """
        mutation($discussionId: ID!, $title: String, $body: String!) {
          updateDiscussion(input: {discussionId: $discussionId, title: $title, body: $body}) {
            discussion { id number title body url viewerDidAuthor }
          }
        }\
        """;

    private final GraphQlClient graphQl;

    Discussions(GraphQlClient graphQl) {
        this.graphQl = graphQl;
    }

    public DiscussionCategory category(Access.Installation access, RepositoryName repository, String slug) {
        JsonNode found = graphQl.query(
                        access, CATEGORY, Map.of("owner", repository.owner(), "name", repository.name(), "slug", slug))
                .path("repository");
        if (found.path("discussionCategory").hasNonNull("id")) {
            return new DiscussionCategory.Found(
                    Fields.text(found, "id"), Fields.text(found.path("discussionCategory"), "id"));
        }
        List<String> slugs = found.path("discussionCategories")
                .path("nodes")
                .valueStream()
                .map(category -> Fields.text(category, "slug"))
                .toList();
        return found.path("hasDiscussionsEnabled").asBoolean()
                ? new DiscussionCategory.Absent(slugs)
                : new DiscussionCategory.DiscussionsOff();
    }

    /** The newest discussion of a category that fits, among the last 500. */
    public Optional<Discussion> newest(
            Access.Installation access,
            RepositoryName repository,
            DiscussionCategory.Found category,
            Predicate<Discussion> fits) {
        Map<String, String> variables =
                Map.of("owner", repository.owner(), "name", repository.name(), "categoryId", category.id());
        return new GraphQlPager(graphQl, access)
                .first(IN_CATEGORY, variables, data -> data.path("repository").path("discussions"))
                .map(Discussion::of)
                .filter(fits)
                .findFirst();
    }

    public Discussion get(Access.Installation access, String id) {
        return Discussion.of(GraphQlPager.present(graphQl.query(access, GET, Map.of("id", id)), "node", "discussion"));
    }

    public Discussion create(Access.Installation access, DiscussionCategory.Found category, String title, String body) {
        Map<String, String> variables = Map.of(
                "repositoryId", category.repositoryId(), "categoryId", category.id(), "title", title, "body", body);
        return changed(graphQl.query(access, CREATE, variables), "createDiscussion");
    }

    /** Replaces the body, and the title unless it is null. */
    public Discussion edit(Access.Installation access, String id, @Nullable String title, String body) {
        Map<String, String> variables = new HashMap<>(Map.of("discussionId", id, "body", body));
        if (title != null) {
            variables.put("title", title);
        }
        return changed(graphQl.query(access, UPDATE, variables), "updateDiscussion");
    }

    private static Discussion changed(JsonNode data, String mutation) {
        return Discussion.of(GraphQlPager.present(data.path(mutation), "discussion", mutation));
    }
}
