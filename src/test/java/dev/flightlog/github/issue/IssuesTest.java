package dev.flightlog.github.issue;

import static dev.flightlog.github.rest.Clients.ACME;
import static dev.flightlog.github.rest.Clients.PATH;
import static dev.flightlog.github.rest.Clients.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.Clients;
import dev.flightlog.github.rest.Json;
import dev.flightlog.github.rest.ScriptedGitHub;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuesTest {
    private static final String ISSUE = """
        {"id": 900, "number": 3, "node_id": "I_3", "title": "Weekly", "body": "text", "state": "open",
         "html_url": "https://github.com/acme/copilot-governance/issues/3",
         "user": {"login": "flightlog[bot]", "type": "Bot"}}
        """;

    private static final NewIssue WEEKLY = new NewIssue(
            "Weekly", "text", List.of(new IssueLabel("copilot usage", "0969da", "Weekly posts")), List.of("ghost"));

    private final ScriptedGitHub gitHub = new ScriptedGitHub();
    private final Clients clients = new Clients(gitHub.url());
    private final Issues issues = new Issues(clients.hub, clients.rest, clients.ownApp);

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void aMissingLabelIsMadeAndAnUnknownAssigneeLeftOut() {
        gitHub.on("GET " + PATH, 200, Clients.REPOSITORY_JSON)
                .on("POST " + PATH + "/labels", 201, "{\"name\": \"copilot usage\"}")
                .on("POST " + PATH + "/issues", 422, "{\"message\": \"Validation Failed\"}")
                .on("POST " + PATH + "/issues", 201, ISSUE)
                .on("GET " + PATH + "/issues/3", 200, ISSUE);

        Issue issue = issues.create(ACME, REPOSITORY, WEEKLY);

        assertThat(issue)
                .isEqualTo(new Issue(
                        3, "I_3", "Weekly", "text", true, "https://github.com/acme/copilot-governance/issues/3", true));
        assertThat(gitHub.asked())
                .containsExactly(
                        "GET " + PATH,
                        "GET " + PATH + "/labels/copilot%20usage",
                        "POST " + PATH + "/labels",
                        "POST " + PATH + "/issues",
                        "POST " + PATH + "/issues",
                        "GET " + PATH + "/issues/3");
        assertThat(gitHub.bodies("POST " + PATH + "/labels").getFirst())
                .isEqualTo(json(
                        "{\"name\": \"copilot usage\", \"color\": \"0969da\", \"description\": \"Weekly posts\"}"));
        List<JsonNode> posted = gitHub.bodies("POST " + PATH + "/issues");
        assertThat(posted.get(0).path("assignees")).isEqualTo(json("[\"ghost\"]"));
        assertThat(posted.get(1).path("assignees")).isEmpty();
        assertThat(posted.get(1).path("labels")).isEqualTo(json("[\"copilot usage\"]"));
        assertThat(posted.get(1).path("body").asText()).isEqualTo("text");
    }

    @Test
    void aRefusalIsAFailureOfOurs() {
        gitHub.on("GET " + PATH, 200, Clients.REPOSITORY_JSON)
                .on("GET " + PATH + "/labels/copilot%20usage", 200, "{\"name\": \"copilot usage\"}")
                .on("POST " + PATH + "/issues", 410, "{\"message\": \"Issues are disabled for this repo\"}");

        assertThatThrownBy(() -> issues.create(ACME, REPOSITORY, WEEKLY))
                .isInstanceOfSatisfying(
                        GitHubException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new Failure.Refused(410, "Issues are disabled for this repo")));
    }

    @Test
    void aLimitIsNotWaitedFor() {
        gitHub.on("GET " + PATH, 429, "{}", "Retry-After", "3600");

        assertThatThrownBy(() -> issues.create(ACME, REPOSITORY, WEEKLY))
                .isInstanceOfSatisfying(
                        GitHubException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new Failure.RateLimited(java.time.Instant.parse("2026-11-20T13:00:00Z"))));
        assertThat(gitHub.asked()).hasSize(1);
    }

    @Test
    void closingTakesOneRequestAndSaysWhy() {
        gitHub.on("PATCH " + PATH + "/issues/3", 200, ISSUE);

        issues.close(ACME, REPOSITORY, 3, CloseReason.COMPLETED);

        assertThat(gitHub.asked()).containsExactly("PATCH " + PATH + "/issues/3");
        assertThat(gitHub.bodies("PATCH " + PATH + "/issues/3"))
                .containsExactly(json("{\"state\": \"closed\", \"state_reason\": \"completed\"}"));
    }

    @Test
    void theSearchGoesOnToTheNextPageAndPassesOverPullRequests() {
        String first = PATH + "/issues?state=all&sort=created&direction=desc&per_page=100&labels=copilot%20usage";
        String next = first + "&page=2";
        gitHub.on(
                        "GET " + first,
                        200,
                        "[" + ISSUE.replace("\"id\"", "\"pull_request\": {}, \"id\"") + "]",
                        "Link",
                        "<" + gitHub.url() + next + ">; rel=\"next\"")
                .on("GET " + next, 200, "[" + ISSUE + "]");

        assertThat(issues.newest(ACME, REPOSITORY, "copilot usage", Issue::ours))
                .map(Issue::number)
                .contains(3);
        assertThat(gitHub.asked()).containsExactly("GET " + first, "GET " + next);
    }

    @Test
    void onlyWhatTheAppItselfWroteIsOurs() {
        for (String author : List.of(
                "{\"login\": \"github-actions[bot]\", \"type\": \"Bot\"}",
                "{\"login\": \"flightlog\", \"type\": \"User\"}",
                "{\"login\": \"ada\", \"type\": \"Mannequin\"}",
                "null",
                "{\"login\": \"flightlog[bot]\", \"type\": \"Bot\"}, \"performed_via_github_app\": {\"id\": 15368}")) {
            gitHub.on(
                    "GET " + PATH + "/issues/3",
                    200,
                    ISSUE.replace("{\"login\": \"flightlog[bot]\", \"type\": \"Bot\"}", author));
            assertThat(issues.get(ACME, REPOSITORY, 3).ours()).as(author).isFalse();
        }
        gitHub.on("GET " + PATH + "/issues/3", 200, ISSUE);
        assertThat(issues.get(ACME, REPOSITORY, 3).ours()).isTrue();
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
