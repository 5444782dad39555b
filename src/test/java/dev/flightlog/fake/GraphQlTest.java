package dev.flightlog.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discussions through GraphQL. */
class GraphQlTest {
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), new TestClock("2026-11-18T08:00:00Z"));
    private final Client client = new Client(github);
    private final Organization acme = github.world().addOrganization("acme");
    private final Repository governance = acme.addRepository("copilot-governance");
    private String token = "";

    @BeforeEach
    void install() throws Exception {
        acme.addOwner("ada");
        governance.hasDiscussions(true);
        github.installApp(acme);
        token = client.token();
    }

    @AfterEach
    void close() {
        github.close();
    }

    private JsonNode ask(String query, Map<String, Object> variables) throws Exception {
        String body = Json.MAPPER.writeValueAsString(Map.of("query", query, "variables", variables));
        return Client.json(client.send("POST", "/graphql", token, body));
    }

    @Test
    void makesADiscussionWithThreadsAndReactions() throws Exception {
        JsonNode repository = ask("""
            query($owner: String!, $name: String!) {
              repository(owner: $owner, name: $name) {
                id hasDiscussionsEnabled
                discussionCategory(slug: "general") { id isAnswerable }
                discussionCategories(first: 25, filterByAssignable: true) { nodes { id name slug } }
              }
            }
            """, Map.of("owner", "acme", "name", "copilot-governance"))
                .path("data")
                .path("repository");
        assertThat(repository.path("discussionCategories").path("nodes")).hasSize(4);

        JsonNode made = ask(
                """
                mutation($input: CreateDiscussionInput!) {
                  createDiscussion(input: $input) { discussion { id number url } }
                }
                """,
                Map.of(
                        "input",
                        Map.of(
                                "repositoryId",
                                repository.path("id").asText(),
                                "categoryId",
                                repository.path("discussionCategory").path("id").asText(),
                                "title",
                                "Copilot usage",
                                "body",
                                "One comment a week")));
        String id = made.at("/data/createDiscussion/discussion/id").asText();
        String comment = comment(id, null);
        String reply = comment(id, comment);
        ask(
                "mutation { addReaction(input: {subjectId: \"" + reply
                        + "\", content: THUMBS_UP}) { reaction { content } } }",
                Map.of());
        ask(
                "mutation($id: ID!) { updateDiscussionComment(input: {commentId: $id, body: \"new\"}) { comment { id }"
                        + " } }",
                Map.of("id", comment));

        Discussion stored = governance.discussions().getFirst();
        DiscussionComment top = stored.comments().getFirst();
        assertThat(top.body()).isEqualTo("new");
        assertThat(stored.repliesTo(top).getFirst().reactionsOf(github.bot())).containsExactly("+1");
        JsonNode listed = ask("""
            { node(id: "%s") { __typename ... on Discussion { title comments(first: 10) {
                pageInfo { hasNextPage endCursor }
                nodes { id body author { login } replies(first: 5) { totalCount nodes { replyTo { id } } } } } } } }
            """.formatted(id), Map.of());
        assertThat(listed.at("/data/node/comments/nodes/0/replies/nodes/0/replyTo/id")
                        .asText())
                .isEqualTo(comment);
        assertThat(listed.at("/data/node/comments/nodes/0/author/login").asText())
                .isEqualTo("flightlog");
        assertThat(github.violations()).isEmpty();
    }

    private String comment(String discussion, @Nullable String replyTo) throws Exception {
        JsonNode answer = ask(
                "mutation($d: ID!, $r: ID) { addDiscussionComment(input: {discussionId: $d, body: \"text\", replyToId:"
                        + " $r}) { comment { id url } } }",
                replyTo == null ? Map.of("d", discussion) : Map.of("d", discussion, "r", replyTo));
        return answer.at("/data/addDiscussionComment/comment/id").asText();
    }

    @Test
    void answersErrorsWithStatus200() throws Exception {
        JsonNode missing = ask("{ repository(owner: \"acme\", name: \"gone\") { id } }", Map.of());
        assertThat(missing.at("/errors/0/type").asText()).isEqualTo("NOT_FOUND");
        assertThat(github.violations()).isEmpty();

        assertThat(ask("{ repository(owner: \"acme\", name: \"copilot-governance\") { stars } }", Map.of())
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("Field 'stars' doesn't exist on type 'Repository'");
        ask("{ repository(owner: \"acme\" ", Map.of());
        ask(
                "{ repository(owner: \"acme\", name: \"copilot-governance\") { discussions(first: 101) { totalCount }"
                        + " } }",
                Map.of());
        assertThat(github.violations()).hasSize(3);

        github.faults().next("/graphql", 1, Fault.graphQlError("Something went wrong"));
        assertThat(ask("{ viewer { login } }", Map.of()).at("/errors/0/message").asText())
                .isEqualTo("Something went wrong");
        assertThat(ask("{ viewer { login } }", Map.of())
                        .at("/data/viewer/login")
                        .asText())
                .isEqualTo("flightlog");
    }
}
