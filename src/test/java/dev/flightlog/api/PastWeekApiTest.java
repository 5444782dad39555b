package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The API of a server that was installed today, asked for a week of two months ago: nothing rests on today's seats. */
class PastWeekApiTest {
    private static final String AUDIENCE = "https://flightlog.example";
    private static final String ISSUER = "https://login.example";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TokenIssuer issuer = new TokenIssuer();
    private final TestApplication app = TestApplication.start(
            clock,
            FakeGitHub.start(FakeApp.generate(), clock),
            Map.of(
                    "flightlog.public-url",
                    AUDIENCE,
                    "flightlog.api.issuer",
                    ISSUER,
                    "flightlog.api.jwks-url",
                    issuer.jwksUrl().toString()));
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 46, 60, 9, 10)
            .punctual();

    @AfterEach
    void stop() {
        app.close();
        issuer.close();
    }

    @Test
    void nothingRestsOnTheSeatsOfToday() throws Exception {
        app.github().installApp(acme.organization());
        app.runJobs();
        while (app.query("select 1 from source_read where source = 'history' and succeeded_at is not null")
                .isEmpty()) {
            app.pass(Duration.ofSeconds(5));
        }
        IsoWeek week =
                IsoWeek.of(LocalDate.parse(app.query("select min(week) from usage_week where team_id = 0 and days = 7")
                        .getFirst()));
        assertThat(week.sunday()).isBefore(LocalDate.parse("2026-10-01"));

        JsonNode answer = new ObjectMapper().readTree(get("/api/orgs/acme/summaries/" + week));

        JsonNode figures = answer.path("figures");
        assertThat(figures.path("seatsKnown").path("kind").asText()).isEqualTo("not_of_that_time");
        assertThat(figures.path("seats").isNull()).isTrue();
        assertThat(figures.path("decisions")).isEmpty();
        assertThat(figures.path("credits").path("included").isNull()).isTrue();
        assertThat(figures.path("teams").path("shown"))
                .isNotEmpty()
                .allSatisfy(team -> assertThat(team.path("seats").isNull()).isTrue());
        assertThat(answer.path("markdown").asText())
                .contains("Seats of that week are not known.")
                .doesNotContain("idle seats", "% of seats", "were used this week", "- [ ] ");
    }

    private String get(String path) throws Exception {
        Date now = Date.from(clock.instant());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("finance")
                .claim("flightlog_org", List.of("umbrella", "Acme"))
                .issueTime(now)
                .notBeforeTime(now)
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(app.url(path))
                                .header("Authorization", "Bearer " + issuer.sign(claims))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
