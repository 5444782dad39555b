package dev.flightlog.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Team;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeGitHubTest {
    private final TestClock clock = new TestClock("2026-11-18T08:00:00Z");
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final Client client = new Client(github);
    private final Organization acme = github.world().addOrganization("acme");
    private final Repository governance = acme.addRepository("copilot-governance");

    FakeGitHubTest() {
        acme.addOwner("ada");
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void takesGoodJwtsOnly() throws Exception {
        Instant now = clock.instant();
        assertThat(client.get("/app", client.jwt()).statusCode()).isEqualTo(200);
        assertThat(github.violations()).isEmpty();

        for (String bad : List.of(
                client.jwt(now, now.plusSeconds(601)),
                client.jwt(now.plusSeconds(5), now.plusSeconds(60)),
                client.jwt(now.minusSeconds(600), now),
                client.jwt("none", now, now.plusSeconds(60), "424242"),
                client.jwt() + "A",
                "eyJ.junk")) {
            assertThat(client.get("/app", bad).statusCode()).as(bad).isEqualTo(401);
        }
        String ofAnotherApp = client.jwt("RS256", now, now.plusSeconds(60), "1");
        assertThat(client.get("/app", ofAnotherApp).statusCode()).isEqualTo(404);
        assertThat(github.violations()).hasSize(7);
    }

    @Test
    void givesTokensOfBothLengthsThatLiveAnHour() throws Exception {
        github.installApp(acme);
        String first = client.token();
        String second = client.token();

        assertThat(first)
                .matches("ghs_[A-Za-z0-9._-]{36,}")
                .hasSizeGreaterThan(500)
                .contains(".", "-", "_");
        assertThat(second).hasSize(40);
        assertThat(client.get("/orgs/acme", first).statusCode()).isEqualTo(200);
        clock.turn(Duration.ofHours(1));
        assertThat(client.get("/orgs/acme", first).statusCode()).isEqualTo(401);
        assertThat(github.violations()).singleElement().asString().contains("expired");
    }

    @Test
    void pagesAsGitHubDoes() throws Exception {
        github.installApp(acme);
        for (int i = 0; i < 70; i++) {
            acme.addMember("person-" + i);
        }
        String token = client.token();
        HttpResponse<String> first = client.get("/orgs/acme/members?per_page=30", token);
        String link = first.headers().firstValue("Link").orElseThrow();

        assertThat(Client.json(first)).hasSize(30);
        assertThat(link)
                .contains("/orgs/acme/members?per_page=30&page=2>; rel=\"next\"")
                .contains("page=3>; rel=\"last\"");
        HttpResponse<String> last = client.get("/orgs/acme/members?per_page=30&page=3", token);
        assertThat(Client.json(last)).hasSize(11);
        assertThat(last.headers().firstValue("Link").orElseThrow())
                .contains("rel=\"prev\"", "rel=\"first\"")
                .doesNotContain("rel=\"next\"");
        assertThat(first.headers().firstValue("x-ratelimit-remaining")).isPresent();
        client.get("/orgs/acme/members?per_page=200", token);
        assertThat(github.violations()).singleElement().asString().contains("per_page");
    }

    @Test
    void tellsMisuseFromOrdinaryRefusals() throws Exception {
        Installation installation = github.installApp(acme);
        Repository other = acme.addRepository("other");
        String token = client.token();

        assertThat(client.get("/repos/acme/gone", token).statusCode()).isEqualTo(404);
        github.administrators().revoke(installation, "members");
        assertThat(client.get("/orgs/acme/members", token).statusCode()).isEqualTo(403);
        assertThat(github.violations()).isEmpty();

        assertThat(client.get("/orgs/acme/nothing", token).statusCode()).isEqualTo(404);
        assertThat(client.send("POST", "/orgs/acme/copilot/billing/selected_users", token, "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/repos/acme/" + other.name() + "/issues", token, Map.of("title", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                "/repos/acme/copilot-governance/issues",
                                token,
                                Map.of("title", "x", "body", "b".repeat(65_537)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(github.violations()).hasSize(4);
        assertThat(governance.issues()).isEmpty();
    }

    private HttpResponse<String> post(String path, String token, Map<String, Object> body)
            throws IOException, InterruptedException {
        return client.send("POST", path, token, Json.MAPPER.writeValueAsString(body));
    }

    @Test
    void holdsCheckRunsToTheirLimits() throws Exception {
        github.installApp(acme);
        String sha = github.people().push(governance, "ada", "README.md", "hi").sha();
        String token = client.token();
        String path = "/repos/acme/copilot-governance/check-runs";
        Map<String, Object> annotation = Map.of(
                "path", "README.md", "start_line", 1, "end_line", 1, "annotation_level", "notice", "message", "m");

        Map<String, Object> fifty =
                Map.of("title", "t", "summary", "s", "annotations", java.util.Collections.nCopies(50, annotation));
        HttpResponse<String> good = post(path, token, Map.of("name", "n", "head_sha", sha, "output", fifty));
        assertThat(good.statusCode()).isEqualTo(201);
        assertThat(github.violations()).isEmpty();

        Map<String, Object> tooMany =
                Map.of("title", "t", "summary", "s", "annotations", java.util.Collections.nCopies(51, annotation));
        Map<String, Object> tooLong = Map.of("title", "t", "summary", "s".repeat(65_536));
        Object action = Map.of("label", "a label that is far too long", "description", "d", "identifier", "i");
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("name", "n", "head_sha", sha, "output", tooMany),
                Map.of("name", "n", "head_sha", sha, "output", tooLong),
                Map.of("name", "n", "head_sha", sha, "actions", List.of(action)),
                Map.of("name", "n", "head_sha", sha, "status", "completed"))) {
            assertThat(post(path, token, bad).statusCode()).isEqualTo(422);
        }
        assertThat(github.violations()).hasSize(4);
        assertThat(governance.checkRuns()).hasSize(1);
    }

    @Test
    void listsMembersOfChildTeamsInTheParent() throws Exception {
        github.installApp(acme);
        Team parent = acme.addTeam("Engineering");
        Team child = acme.addTeam("Platform", parent);
        parent.add(acme.addMember("eve"));
        child.add(acme.addMember("carl"), "maintainer");

        JsonNode members = Client.json(client.get("/orgs/acme/teams/engineering/members", client.token()));
        assertThat(StreamSupport.stream(members.spliterator(), false)
                        .map(each -> each.path("login").asText() + " "
                                + each.path("inherited").asBoolean()))
                .containsExactly("eve false", "carl true");
    }

    @Test
    void redirectsFromFormerNames() throws Exception {
        github.installApp(acme);
        github.administrators().rename(governance, "governance");
        HttpResponse<String> moved = client.get("/repos/acme/copilot-governance/issues", client.token());

        assertThat(moved.statusCode()).isEqualTo(301);
        String to = moved.headers().firstValue("Location").orElseThrow();
        assertThat(client.get(to, client.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesRequestsWithoutUserAgentAndWithUnknownVersion() throws Exception {
        github.installApp(acme);
        HttpRequest odd = HttpRequest.newBuilder(URI.create(github.apiUrl() + "/meta"))
                .header("Accept", "application/json")
                .header("X-GitHub-Api-Version", "2020-01-01")
                .build();
        assertThat(client.send(odd).statusCode()).isEqualTo(410);
        assertThat(github.violations()).hasSize(1);
    }

    @Test
    void answersNotModifiedWithoutCountingIt() throws Exception {
        github.installApp(acme);
        String token = client.token();
        HttpResponse<String> first = client.get("/orgs/acme/teams", token);
        HttpRequest again = HttpRequest.newBuilder(URI.create(github.apiUrl() + "/orgs/acme/teams"))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", first.headers().firstValue("etag").orElseThrow())
                .build();
        HttpResponse<String> second = client.send(again);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.headers().firstValue("x-ratelimit-used"))
                .isEqualTo(first.headers().firstValue("x-ratelimit-used"));
    }
}
