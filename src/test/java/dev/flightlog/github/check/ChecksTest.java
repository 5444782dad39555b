package dev.flightlog.github.check;

import static dev.flightlog.github.rest.Clients.ACME;
import static dev.flightlog.github.rest.Clients.PATH;
import static dev.flightlog.github.rest.Clients.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Clients;
import dev.flightlog.github.rest.ScriptedGitHub;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final String SHA = "a".repeat(40);
    private static final String LISTING =
            PATH + "/commits/" + SHA + "/check-runs?check_name=Flightlog+%2F+policy&filter=latest&app_id=1";
    private static final String ONE = PATH + "/check-runs/5";

    private final ScriptedGitHub gitHub = new ScriptedGitHub();
    private final Clients clients = new Clients(gitHub.url());
    private final Checks checks = new Checks(clients.hub, clients.ownApp);

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void annotationsGoFiftyAtATimeAndTheConclusionComesLast() {
        CheckRun run = run(120, CheckState.FAILURE);
        repository().listing("").on("POST " + PATH + "/check-runs", 201, posted(run, "in_progress", 50));
        gitHub.on("PATCH " + ONE, 200, posted(run, "in_progress", 100))
                .on("PATCH " + ONE, 200, posted(run, "completed", 120));

        assertThat(checks.put(ACME, REPOSITORY, run)).isEqualTo(5);

        JsonNode first = gitHub.bodies("POST " + PATH + "/check-runs").getFirst();
        List<JsonNode> further = gitHub.bodies("PATCH " + ONE);
        assertThat(first.path("output").path("annotations")).hasSize(50);
        assertThat(first.path("status").asText()).isEqualTo("in_progress");
        assertThat(first.has("conclusion")).isFalse();
        assertThat(first.path("actions").path(0).path("identifier").asText()).isEqualTo("refresh");
        assertThat(further.get(0).path("output").path("annotations")).hasSize(50);
        assertThat(further.get(1).path("output").path("annotations")).hasSize(20);
        assertThat(further.get(1).path("conclusion").asText()).isEqualTo("failure");
        assertThat(further.get(1)
                        .path("output")
                        .path("annotations")
                        .path(19)
                        .path("start_line")
                        .asInt())
                .isEqualTo(120);
    }

    @Test
    void theSameAgainSendsNothing() {
        CheckRun run = run(2, CheckState.FAILURE);
        repository().listing(posted(run, "completed", 2));

        assertThat(checks.put(ACME, REPOSITORY, run)).isEqualTo(5);

        assertThat(gitHub.asked()).containsExactly("GET " + PATH, "GET " + LISTING);
    }

    @Test
    void oneThatWasCutShortIsCompletedFromWhereItStopped() {
        CheckRun run = run(70, CheckState.FAILURE);
        repository().listing(posted(run, "in_progress", 50)).on("PATCH " + ONE, 200, posted(run, "completed", 70));

        checks.put(ACME, REPOSITORY, run);

        assertThat(gitHub.bodies("PATCH " + ONE).getFirst().path("output").path("annotations"))
                .hasSize(20);
    }

    @Test
    void progressIsReplacedInPlace() {
        repository()
                .listing(posted(run(0, CheckState.IN_PROGRESS), "in_progress", 0))
                .on("PATCH " + ONE, 200, posted(run(0, CheckState.SUCCESS), "completed", 0));

        checks.put(ACME, REPOSITORY, run(0, CheckState.SUCCESS));

        assertThat(gitHub.bodies("PATCH " + ONE).getFirst().path("conclusion").asText())
                .isEqualTo("success");
    }

    @Test
    void besideOldAnnotationsANewRunIsMade() {
        CheckRun fixed = run(0, CheckState.SUCCESS);
        repository()
                .listing(posted(run(2, CheckState.FAILURE), "completed", 2))
                .on(
                        "POST " + PATH + "/check-runs",
                        201,
                        posted(fixed, "completed", 0).replace("\"id\": 5", "\"id\": 6"));

        assertThat(checks.put(ACME, REPOSITORY, fixed)).isEqualTo(6);
    }

    @Test
    void anotherAppsRunOfThisNameIsNotOurs() {
        CheckRun run = run(0, CheckState.SUCCESS);
        repository()
                .listing(posted(run, "completed", 0).replace("\"app\": {\"id\": 1}", "\"app\": {\"id\": 15368}"))
                .on("POST " + PATH + "/check-runs", 201, posted(run, "completed", 0));

        checks.put(ACME, REPOSITORY, run);

        assertThat(gitHub.asked()).contains("POST " + PATH + "/check-runs");
    }

    @Test
    void limitsAreKeptByConstruction() {
        assertThat(new CheckOutput("t".repeat(300), "s".repeat(70_000), "x".repeat(70_000), List.of()))
                .satisfies(output -> assertThat(output.title()).hasSize(255))
                .satisfies(output -> assertThat(output.summary()).hasSize(65_535))
                .satisfies(output -> assertThat(output.text()).hasSize(65_535));
        assertThatThrownBy(() -> new CheckAction("Refresh everything now", "Reads again", "refresh"))
                .hasMessage("label must have 1 to 20 characters, but is Refresh everything now");
        assertThatThrownBy(() -> new CheckAnnotation("a", 1, 2, 1, null, CheckAnnotation.Level.NOTICE, null, "m"))
                .hasMessage("columns need a single line, but lines are 1..2");
    }

    private Script repository() {
        gitHub.on("GET " + PATH, 200, Clients.REPOSITORY_JSON);
        return new Script(gitHub);
    }

    private static CheckRun run(int annotations, CheckState state) {
        List<CheckAnnotation> remarks = IntStream.rangeClosed(1, annotations)
                .mapToObj(line -> CheckAnnotation.at(
                        ".github/flightlog.yml", line, CheckAnnotation.Level.FAILURE, "unknown key", "line " + line))
                .toList();
        return new CheckRun(
                "Flightlog / policy",
                SHA,
                state,
                new CheckOutput("Policy", "summary", null, remarks),
                List.of(new CheckAction("Refresh now", "Reads everything again", "refresh")),
                null);
    }

    private static String posted(CheckRun run, String status, int annotations) {
        String conclusion =
                status.equals("completed") ? "\"" + (annotations > 0 ? "failure" : "success") + "\"" : "null";
        return """
            {"id": 5, "name": "%s", "head_sha": "%s", "external_id": "%s", "app": {"id": 1}, "status": "%s", "conclusion": %s,
             "output": {"title": "Policy", "summary": "summary", "annotations_count": %d}}
            """.formatted(run.name(), run.headSha(), run.externalId(), status, conclusion, annotations);
    }

    /** What the listing of runs says. */
    private record Script(ScriptedGitHub gitHub) {
        ScriptedGitHub listing(String run) {
            int count = run.isEmpty() ? 0 : 1;
            return gitHub.on("GET " + LISTING, 200, "{\"total_count\": " + count + ", \"check_runs\": [" + run + "]}");
        }
    }
}
