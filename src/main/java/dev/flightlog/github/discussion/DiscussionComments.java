package dev.flightlog.github.discussion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.GraphQlClient;
import dev.flightlog.github.rest.GraphQlPager;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Comments in discussions and the replies to them, which are one level deep (github.md: Discussions).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class DiscussionComments {
    private static final String OF_DISCUSSION = """
        query($id: ID!, $cursor: String) {
          node(id: $id) {
            ... on Discussion {
              comments(first: 100, after: $cursor) {
                pageInfo { hasNextPage endCursor }
                nodes { id body url viewerDidAuthor }
              }
            }
          }
        }\
        """;

    private static final String REPLIES = """
        query($id: ID!, $cursor: String) {
          node(id: $id) {
            ... on DiscussionComment {
              replies(first: 100, after: $cursor) {
                pageInfo { hasNextPage endCursor }
                nodes { id body url viewerDidAuthor }
              }
            }
          }
        }\
        """;

    private static final String GET = """
        query($id: ID!) {
          node(id: $id) {
            ... on DiscussionComment { id body url viewerDidAuthor replyTo { id } }
          }
        }\
        """;

    private static final String ADD = """
        mutation($discussionId: ID!, $body: String!, $replyToId: ID) {
          addDiscussionComment(input: {discussionId: $discussionId, body: $body, replyToId: $replyToId}) {
            comment { id body url viewerDidAuthor }
          }
        }\
        """;

    private static final String UPDATE = """
        mutation($commentId: ID!, $body: String!) {
          updateDiscussionComment(input: {commentId: $commentId, body: $body}) {
            comment { id body url viewerDidAuthor }
          }
        }\
        """;

    private final GraphQlClient graphQl;

    DiscussionComments(GraphQlClient graphQl) {
        this.graphQl = graphQl;
    }

    /** @param replyTo a top-level comment, or null for a comment of its own */
    public DiscussionComment create(
            Access.Installation access, String discussion, @Nullable String replyTo, String body) {
        Map<String, String> variables = new HashMap<>(Map.of("discussionId", discussion, "body", body));
        if (replyTo != null) {
            variables.put("replyToId", replyTo);
        }
        return changed(graphQl.query(access, ADD, variables), "addDiscussionComment");
    }

    public DiscussionComment get(Access.Installation access, String id) {
        return DiscussionComment.of(node(access, id));
    }

    public DiscussionComment edit(Access.Installation access, String id, String body) {
        return changed(graphQl.query(access, UPDATE, Map.of("commentId", id, "body", body)), "updateDiscussionComment");
    }

    /** The comment that a reply to this one has to name: itself, or the one it replies to. */
    public String topLevel(Access.Installation access, String id) {
        JsonNode comment = node(access, id);
        String parent = Fields.textOrNull(comment.path("replyTo"), "id");
        return parent == null ? id : parent;
    }

    /** The first top-level comment of a discussion that fits, among 500. */
    public Optional<DiscussionComment> first(
            Access.Installation access, String discussion, Predicate<DiscussionComment> fits) {
        return find(access, OF_DISCUSSION, discussion, "comments", fits);
    }

    /** The first reply to a top-level comment that fits, among 500. */
    public Optional<DiscussionComment> firstReply(
            Access.Installation access, String comment, Predicate<DiscussionComment> fits) {
        return find(access, REPLIES, comment, "replies", fits);
    }

    private Optional<DiscussionComment> find(
            Access access, String query, String id, String list, Predicate<DiscussionComment> fits) {
        return new GraphQlPager(graphQl, access)
                .first(query, Map.of("id", id), data -> data.path("node").path(list))
                .map(DiscussionComment::of)
                .filter(fits)
                .findFirst();
    }

    private JsonNode node(Access access, String id) {
        return GraphQlPager.present(graphQl.query(access, GET, Map.of("id", id)), "node", "discussion comment");
    }

    private static DiscussionComment changed(JsonNode data, String mutation) {
        return DiscussionComment.of(GraphQlPager.present(data.path(mutation), "comment", mutation));
    }
}
