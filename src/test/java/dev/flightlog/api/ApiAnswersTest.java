package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.support.Golden;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What each path answers, beside its golden file and its own description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORG = "/api/orgs/acme";

    private final Acme acme = new Acme();

    @AfterAll
    void stop() {
        acme.close();
    }

    @ParameterizedTest
    @CsvSource({
        "overview,            /overview",
        "seats,               /seats?sort=login&per_page=5",
        "seats-idle,          '/seats?state=idle,never_used'",
        "seat,                /seats/Person-2",
        "teams,               /teams",
        "team-history,        /teams/payments/history?since=2026-11-16",
        "team-breakdowns,     /teams/payments/breakdowns?since=2026-11-15&until=2026-11-16",
        "repositories,        /repositories",
        "seat-changes,        /seat-changes",
        "usage-months,        /usage/months?since=2026-11-01",
        "usage,               /usage?since=2026-11-15&until=2026-11-16",
        "person-usage,        /users/person-1/usage?since=2026-11-16",
        "reports,             /reports?per_page=8",
    })
    void answersWhatTheGoldenFileSays(String name, String path) throws JsonProcessingException {
        HttpResponse<String> answer = acme.get(ORG + path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        Golden.assertMatches("api/" + name + ".json", pretty(answer.body()));
    }

    @Test
    void thePortfolioIsEveryOrganizationOfTheToken() throws JsonProcessingException {
        HttpResponse<String> own = acme.get("/api/portfolio");

        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
        Golden.assertMatches("api/portfolio.json", pretty(own.body()));
        assertThat(acme.application.query("select arguments from command_log where command = 'api'"))
                .contains("/portfolio");
    }

    @Test
    void theDescriptionHasNoSchemaThatNothingNames() {
        String document = acme.getWithoutToken("/openapi.yml").body();
        Map<?, ?> whole = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(document);
        Map<?, ?> components = (Map<?, ?>) Objects.requireNonNull(whole.get("components"));
        Map<?, ?> schemas = (Map<?, ?>) Objects.requireNonNull(components.get("schemas"));

        assertThat(schemas.keySet())
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(document).contains("#/components/schemas/" + name));
        assertThat(schemas.keySet().stream().map(String::valueOf)).doesNotContain("SignedIn", "SessionHash");
    }

    @Test
    void theDescriptionIsTheProductsOwnAndWhole() {
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(acme.getWithoutToken("/openapi.yml").body());
        Map<?, ?> paths = (Map<?, ?>) Objects.requireNonNull(document.get("paths"));

        assertThat(String.valueOf(document.get("servers"))).contains("http");
        assertThat(paths.keySet())
                .allSatisfy(path -> assertThat(path.toString()).matches("/api/.*|/webhooks/github"));
        assertThat(String.valueOf(paths.get("/webhooks/github")))
                .contains("202=", "401=")
                .doesNotContain("200=");
        assertThat(String.valueOf(paths.get("/api/orgs/{org}/overview"))).contains("401=", "403=", "404=");
    }

    @Test
    void everyPathAnswersAsItIsDescribed() {
        OpenApiDocument document =
                OpenApiDocument.of(acme.getWithoutToken("/openapi.yml").body());
        List<String> paths = document.paths().stream()
                .filter(path -> path.startsWith("/api/"))
                .toList();

        assertThat(paths).hasSize(17);
        for (String path : paths) {
            HttpResponse<String> answer = acme.get(Acme.filled(path, "acme"));
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith(document.mediaType(path));
            if (document.mediaType(path).equals("application/json")) {
                assertThat(document.complaints(path, answer.body())).as(path).isEmpty();
            }
        }
    }

    @Test
    void aFailureIsLoggedWithoutWhomItIsAbout() {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(ProblemHandlers.class);
        said.start();
        log.addAppender(said);
        acme.application.execute("alter table usage_user_day rename to usage_user_day_away");
        try {
            assertThat(acme.get(ORG + "/users/person-1/usage").statusCode()).isEqualTo(500);
        } finally {
            acme.application.execute("alter table usage_user_day_away rename to usage_user_day");
            log.detachAppender(said);
        }

        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("/api/orgs/acme/users/*/usage failed");
    }

    @Test
    void listsSeatsAsCsvWithGitHubsColumnsFirstAndNoFormulas() {
        HttpResponse<String> answer = acme.get(ORG + "/seats.csv");

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("seats.csv");
        Golden.assertMatches("api/seats.csv", answer.body().replace("\r\n", "\n"));
        assertThat(answer.body()).contains(",'=cmd() 1,").endsWith("\r\n");
    }

    @Test
    void givesTheArchivedPartAsGitHubSentIt() {
        HttpResponse<String> answer = acme.get(ORG + "/reports/users-1-day/2026-11-16/parts/1");

        assertThat(answer.body().lines()).hasSize(9).first().asString().startsWith("{\"day\":\"2026-11-16\"");
    }

    @Test
    void givesGitHubsCurrentLinks() throws JsonProcessingException {
        JsonNode answer =
                JSON.readTree(acme.get(ORG + "/reports/users-28-day/latest").body());

        assertThat(answer.path("report_end_day").asText()).isEqualTo("2026-11-16");
        assertThat(answer.path("report_start_day").asText()).isEqualTo("2026-10-20");
        assertThat(answer.path("download_links")).hasSize(1);
    }

    @Test
    void givesTheSummaryInFiguresAndWords() throws JsonProcessingException {
        JsonNode answer = JSON.readTree(acme.get(ORG + "/summaries/2026-W46").body());

        assertThat(answer.path("title").asText()).startsWith("Copilot weekly · acme · 2026-W46");
        assertThat(answer.path("markdown").asText()).contains("flightlog:summary 2026-W46");
        assertThat(answer.path("figures").isObject()).isTrue();
    }

    @Test
    void pagesAsGitHubDoes() throws JsonProcessingException {
        HttpResponse<String> answer = acme.get(ORG + "/seats?sort=login&per_page=5&page=2");

        assertThat(JSON.readTree(answer.body()).path("seats")).hasSize(5);
        assertThat(answer.headers().firstValue("Link").orElse(""))
                .contains("<https://flightlog.example/api/orgs/acme/seats?", "&page=1>; rel=\"prev\"")
                .contains("&page=3>; rel=\"next\"")
                .contains("&page=3>; rel=\"last\"")
                .contains("&page=1>; rel=\"first\"")
                .contains("sort=login", "per_page=5");
        assertThat(JSON.readTree(acme.get(ORG + "/seats?per_page=5&page=9").body())
                        .path("seats"))
                .isEmpty();
        assertThat(acme.get(ORG + "/seats?per_page=100").headers().firstValue("Link"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/seats?state=asleep",
                "/seats?sort=shoe_size",
                "/seats?direction=up",
                "/seats?page=0",
                "/seats?page=one",
                "/seats?per_page=101",
                "/teams?per_page=-1",
                "/teams/payments/history?since=yesterday",
                "/teams/payments/history?since=2026-12-01",
                "/usage?since=2026-02-30",
                "/usage?until=16.11.2026",
                "/usage?since=2026-11-17&until=2026-11-16",
                "/usage?since=2020-01-01",
                "/usage?until=-999999999-01-01",
                "/usage?since=-999999999-01-01",
                "/usage?until=0000-12-31",
                "/usage?until=%2B10000-01-01",
                "/users/person-1/usage?since=-999999999-01-01",
                "/reports/users-1-day/-999999999-01-01/parts/1",
                "/users/person-1/usage?since=",
                "/summaries/2026-11-16",
                "/summaries/0001-W01",
                "/summaries/0001-W07",
                "/summaries/1999-W52",
                "/reports/users-1-day/someday/parts/1",
                "/reports/users-1-day/2026-11-16/parts/one"
            })
    void refusesWhatItCannotRead(String path) {
        HttpResponse<String> answer = acme.get(ORG + path);

        assertProblem(answer, 400);
        assertThat(answer.body()).doesNotContain("Exception", "convert", "due to", "java", "For input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/seats/nobody",
                "/users/nobody/usage",
                "/teams/nothing/history",
                "/teams/tiny/history",
                "/summaries/2025-W01",
                "/summaries/2000-W01",
                "/summaries/9999-W52",
                "/reports/shoes/2026-11-16/parts/1",
                "/reports/users-1-day/2026-11-16/parts/2",
                "/reports/users-1-day/2026-11-16/parts/0",
                "/reports/users-1-day/2026-11-01/parts/1",
                "/nothing"
            })
    void doesNotFindWhatIsNotThere(String path) {
        assertProblem(acme.get(ORG + path), 404);
    }

    @Test
    void answersASmallTeamLikeOneThatDoesNotExist() throws JsonProcessingException {
        String small = acme.get(ORG + "/teams/tiny/history").body();
        String none = acme.get(ORG + "/teams/none/history").body();

        assertThat(small.replace("tiny", "none")).isEqualTo(none);
        JsonNode teams = JSON.readTree(acme.get(ORG + "/teams").body());
        assertThat(teams.path("hidden_teams").asInt()).isEqualTo(1);
        assertThat(teams.toString()).doesNotContain("tiny");
    }

    @Test
    void namesNobodyWhereTheGovernanceRepositoryIsPublic() {
        acme.application.query(
                "update organization set governance_private = false where login = 'acme' returning login");
        try {
            for (String path : List.of("/reports", "/overview", "/teams", "/usage")) {
                assertThat(acme.get(ORG + path).statusCode()).as(path).isEqualTo(200);
                assertThat(acme.get(ORG + path).body()).as(path).doesNotContain("person-");
            }
            for (String path : List.of(
                    "/seats",
                    "/seats.csv",
                    "/seats/person-1",
                    "/seats?sort=login",
                    "/users/person-1/usage",
                    "/reports/users-28-day/latest",
                    "/reports/users-1-day/2026-11-16/parts/1")) {
                assertProblem(acme.get(ORG + path), 403);
            }
        } finally {
            acme.application.query(
                    "update organization set governance_private = true where login = 'acme' returning login");
        }
    }

    /** A row without its name is still a person: state, spend, team, order and number of pages would tell whose it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/seats",
                "/seats?per_page=100",
                "/seats?state=idle,never_used",
                "/seats?sort=created_at&direction=asc",
                "/seats?sort=login",
                "/seats?per_page=7&page=2",
                "/seats.csv"
            })
    void whereNobodyIsNamedNoSeatIsListedEither(String path) {
        assertThat(acme.get(ORG + path).statusCode()).isEqualTo(200);
        acme.application.query(
                "update organization set governance_private = false where login = 'acme' returning login");
        try {
            HttpResponse<String> answer = acme.get(ORG + path);

            assertProblem(answer, 403);
            assertThat(answer.body())
                    .contains("people are not named here")
                    .doesNotContain("person-", "payments", "last_activity_at", "idle_spend");
            assertThat(answer.headers().firstValue("Link")).isEmpty();
        } finally {
            acme.application.query(
                    "update organization set governance_private = true where login = 'acme' returning login");
        }
    }

    @Test
    void whereThePolicySaysNeverNoSeatIsListedEither() {
        acme.policy("version: 1\nprivacy:\n  names: never\n");
        try {
            for (String path : List.of("/seats", "/seats.csv", "/seats/person-1", "/users/person-1/usage")) {
                HttpResponse<String> answer = acme.get(ORG + path);
                assertProblem(answer, 403);
                assertThat(answer.body())
                        .as(path)
                        .contains("privacy.names: never")
                        .doesNotContain("person-", "payments");
            }
            assertThat(acme.get(ORG + "/overview").statusCode()).isEqualTo(200);
            assertThat(rowsOf("users-28-day")).as("one person").isEqualTo("null null");
            assertThat(rowsOf("users-1-day")).as("enough people").matches("[1-9]\\d* [1-9]\\d*");
        } finally {
            acme.policy("version: 1\n");
        }
        assertThat(acme.get(ORG + "/seats.csv").statusCode()).isEqualTo(200);
        assertThat(rowsOf("users-28-day")).startsWith("1 ");
    }

    /** Rows and bytes of the newest report of a kind that was imported. */
    private String rowsOf(String kind) {
        try {
            for (JsonNode report : JSON.readTree(
                            acme.get(ORG + "/reports?per_page=100").body())
                    .path("reports")) {
                if (report.path("kind").asText().equals(kind)
                        && report.path("outcome").asText().equals("imported")) {
                    return report.path("rows") + " " + report.path("bytes");
                }
            }
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(kind, unreadable);
        }
        throw new AssertionError("no report " + kind);
    }

    private void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        try {
            assertThat(JSON.readTree(answer.body()).path("status").asInt()).isEqualTo(status);
            assertThat(JSON.readTree(answer.body()).path("detail").asText()).isNotBlank();
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }

    private String pretty(String json) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(JSON.readTree(json))
                        .replace(acme.application.github().webUrl(), "https://github.example")
                + "\n";
    }
}
