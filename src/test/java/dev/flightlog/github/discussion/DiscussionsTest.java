package dev.flightlog.github.discussion;

import static dev.flightlog.github.rest.Clients.ACME;
import static dev.flightlog.github.rest.Clients.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.Clients;
import dev.flightlog.github.rest.ScriptedGitHub;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscussionsTest {
    private static final String GRAPHQL = "POST /graphql";

    private final ScriptedGitHub gitHub = new ScriptedGitHub();
    private final Clients clients = new Clients(gitHub.url());
    private final Discussions discussions = new Discussions(clients.graphQl);
    private final DiscussionComments comments = new DiscussionComments(clients.graphQl);

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void aCategoryIsThereOrNotOrDiscussionsAreOff() {
        gitHub.on(GRAPHQL, 200, category("{\"id\": \"C_1\", \"isAnswerable\": false}", true))
                .on(GRAPHQL, 200, category("null", true))
                .on(GRAPHQL, 200, category("null", false));

        assertThat(discussions.category(ACME, REPOSITORY, "general"))
                .isEqualTo(new DiscussionCategory.Found("R_1", "C_1"));
        assertThat(discussions.category(ACME, REPOSITORY, "generall"))
                .isEqualTo(new DiscussionCategory.Absent(List.of("general", "ideas")));
        assertThat(discussions.category(ACME, REPOSITORY, "general"))
                .isEqualTo(new DiscussionCategory.DiscussionsOff());
        assertThat(gitHub.bodies(GRAPHQL)
                        .getFirst()
                        .path("variables")
                        .path("slug")
                        .asText())
                .isEqualTo("general");
    }

    @Test
    void aCommentOfItsOwnNamesNoOtherAndAReplyNamesTheTopLevelOne() {
        String added = """
            {"data": {"addDiscussionComment": {"comment": {"id": "DC_2", "body": "text", "url": "https://x/2",
             "viewerDidAuthor": true}}}}
            """;
        gitHub.on(GRAPHQL, 200, added)
                .on(GRAPHQL, 200, "{\"data\": {\"node\": {\"id\": \"DC_9\", \"replyTo\": {\"id\": \"DC_1\"}}}}")
                .on(GRAPHQL, 200, added);

        comments.create(ACME, "D_1", null, "text");
        String thread = comments.topLevel(ACME, "DC_9");
        DiscussionComment reply = comments.create(ACME, "D_1", thread, "text");

        assertThat(reply).isEqualTo(new DiscussionComment("DC_2", "text", "https://x/2", true));
        List<JsonNode> sent = gitHub.bodies(GRAPHQL);
        assertThat(sent.get(0).path("variables").has("replyToId")).isFalse();
        assertThat(sent.get(2).path("variables").path("replyToId").asText()).isEqualTo("DC_1");
    }

    @Test
    void theSearchAsksForTheNextPageOnlyWhenItHasTo() {
        gitHub.on(GRAPHQL, 200, replies("DC_1", "other", true)).on(GRAPHQL, 200, replies("DC_2", "marked", true));

        assertThat(comments.firstReply(ACME, "DC_0", comment -> comment.body().equals("marked")))
                .map(DiscussionComment::id)
                .contains("DC_2");
        assertThat(gitHub.bodies(GRAPHQL)).hasSize(2);
        assertThat(gitHub.bodies(GRAPHQL)
                        .get(1)
                        .path("variables")
                        .path("cursor")
                        .asText())
                .isEqualTo("after DC_1");
    }

    @Test
    void nullIsNotFound() {
        gitHub.on(GRAPHQL, 200, "{\"data\": {\"node\": null}}");

        assertThatThrownBy(() -> discussions.get(ACME, "D_1"))
                .isInstanceOfSatisfying(
                        GitHubException.class,
                        absent -> assertThat(absent.failure()).isEqualTo(new Failure.NotFound()));
    }

    private static String category(String found, boolean enabled) {
        return """
            {"data": {"repository": {"id": "R_1", "hasDiscussionsEnabled": %s, "discussionCategory": %s,
             "discussionCategories": {"nodes": [{"slug": "general"}, {"slug": "ideas"}]}}}}
            """.formatted(enabled, found);
    }

    private static String replies(String id, String body, boolean more) {
        return """
            {"data": {"node": {"replies": {"pageInfo": {"hasNextPage": %s, "endCursor": "after %s"},
             "nodes": [{"id": "%s", "body": "%s", "url": "u", "viewerDidAuthor": true}]}}}}
            """.formatted(more, id, id, body);
    }
}
