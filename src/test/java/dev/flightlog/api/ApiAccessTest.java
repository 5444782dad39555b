package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.flightlog.fake.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the API lets in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiAccessTest {
    private static final String PATH = "/api/orgs/acme/overview";

    private final Acme acme = new Acme();

    @AfterAll
    void stop() {
        acme.close();
    }

    @Test
    void letsAWorkflowOfTheGovernanceRepositoryIn() {
        assertThat(acme.get(PATH).statusCode()).isEqualTo(200);
        assertThat(acme.get("/api/orgs/ACME/overview").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhoeverBringsNoToken() {
        HttpResponse<String> answer = acme.getWithoutToken(PATH);

        assertRefused(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertRefused(acme.get(PATH, "junk"), 401);
        assertRefused(acme.get(PATH, "a.b.c"), 401);
    }

    @Test
    void whoReadWhatStandsInTheAuditTrail() {
        int before = reads().size();
        acme.get(PATH, TokenIssuer.unsigned(acme.claims().build()));
        assertThat(reads()).as("the refused one read nothing").hasSize(before);

        assertThat(acme.get(PATH, acme.issuer.sign(acme.claims().build())).statusCode())
                .isEqualTo(200);
        assertThat(reads())
                .hasSize(before + 1)
                .contains("workflow of acme/copilot-governance|api|/overview|API|answered");
    }

    private List<String> reads() {
        return acme.application.query(
                "select concat_ws('|', login, command, arguments, place, outcome) from command_log");
    }

    @Test
    void refusesATokenSignedByAnotherKey() {
        assertRefused(acme.get(PATH, acme.issuer.sign(acme.claims().build(), TokenIssuer.newKey("other"))), 401);
    }

    @Test
    void refusesATokenForAnotherAudienceOrOfAnotherIssuer() {
        assertClaims(acme.claims().audience("https://elsewhere.example"), 401);
        assertClaims(acme.claims().audience((String) null), 401);
        assertClaims(acme.claims().issuer("https://issuer.example"), 401);
    }

    @Test
    void refusesATokenThatIsOverOrNotYet() {
        Instant now = acme.clock.instant();
        assertClaims(acme.claims().expirationTime(Date.from(now.minusSeconds(120))), 401);
        assertClaims(acme.claims().expirationTime(null), 401);
        assertClaims(acme.claims().notBeforeTime(Date.from(now.plusSeconds(120))), 401);
    }

    @Test
    void refusesATokenThatChoosesItsOwnAlgorithm() {
        assertRefused(acme.get(PATH, TokenIssuer.unsigned(acme.claims().build())), 401);
        assertRefused(
                acme.get(
                        PATH,
                        acme.issuer.signedWithThePublicKeyAsSecret(acme.claims().build())),
                401);
    }

    @Test
    void refusesAnotherRepositoryOrOrganization() {
        assertClaims(acme.claims().claim("repository", "acme/website").claim("repository_id", "88"), 403);
        assertClaims(
                acme.claims().claim("repository", "umbrella/copilot-governance").claim("repository_id", "88"), 403);
        assertClaims(acme.claims().claim("repository_owner_id", "4711"), 403);
        assertClaims(acme.claims().claim("repository_owner_id", null), 403);
        assertClaims(acme.claims().claim("repository", null), 403);
        assertClaims(
                acme.claims()
                        .claim("repository", "acme/website")
                        .claim("repository_id", "88")
                        .claim("flightlog_org", "acme"),
                403);
    }

    @Test
    void opensNothingToAnotherOrganizationsToken() {
        String foreign = acme.issuer.sign(acme.claims()
                .claim("repository", "umbrella/copilot-governance")
                .claim("repository_owner_id", "4711")
                .build());

        assertThat(acme.paths()).isNotEmpty().allSatisfy(path -> {
            assertRefused(acme.get(path, foreign), 403);
            assertRefused(acme.getWithoutToken(path), 401);
        });
    }

    @Test
    void tellsOnlyTheOwnerOfANameThatItIsUnknown() {
        JWTClaimsSet owner = acme.claims()
                .claim("repository", "umbrella/copilot-governance")
                .claim("repository_owner_id", "4711")
                .build();

        assertRefused(acme.get("/api/orgs/umbrella/seats", acme.issuer.sign(owner)), 404);
        assertRefused(acme.get("/api/orgs/umbrella/seats"), 403);
    }

    @Test
    void aTokenOfGitHubActionsOpensNothingByTheClaimOfOtherIssuers() {
        assertClaims(acme.claims().claim("repository", null).claim("flightlog_org", "acme"), 403);
        assertClaims(acme.claims().claim("repository", null).claim("flightlog_org", List.of("umbrella", "acme")), 403);
    }

    @Test
    void refusesARepositoryThatOnlyHasTheName() {
        assertClaims(acme.claims().claim("repository_id", "77777777"), 403);
        assertClaims(acme.claims().claim("repository_id", null), 403);
        assertClaims(acme.claims().claim("repository", "acme/renamed-since"), 200);
    }

    @Test
    void refusesOtherBranchesAndPullRequests() {
        assertClaims(acme.claims().claim("ref", "refs/heads/evil-branch"), 403);
        assertClaims(acme.claims().claim("ref", "refs/tags/main"), 403);
        assertClaims(acme.claims().claim("ref", null), 403);
        assertClaims(acme.claims().claim("ref", "refs/pull/7/merge").claim("event_name", "pull_request"), 403);
        assertClaims(acme.claims().claim("event_name", "pull_request_target"), 403);
        assertClaims(acme.claims().claim("event_name", "workflow_run"), 403);
        assertClaims(acme.claims().claim("event_name", null), 403);
        assertClaims(acme.claims().claim("event_name", "workflow_dispatch"), 200);
    }

    @Test
    void aPolicyMayAllowMoreBranches() {
        acme.policy("version: 1\naccess:\n  api_branches: [reports]\n");
        try {
            assertClaims(acme.claims().claim("ref", "refs/heads/reports"), 200);
            assertClaims(acme.claims().claim("ref", "refs/heads/reports2"), 403);
            assertClaims(acme.claims().claim("ref", "refs/heads/main"), 200);
        } finally {
            acme.policy("version: 1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "internal"})
    void aTokenThatSaysThatOthersReadItsRepositoryLearnsNoNames(String visibility) {
        String token = acme.issuer.sign(
                acme.claims().claim("repository_visibility", visibility).build());

        assertRefused(acme.get("/api/orgs/acme/seats/person-1", token), 403);
        assertThat(acme.get("/api/orgs/acme/seats/person-1").statusCode()).isEqualTo(200);
    }

    @Test
    void whereTheRepositoryTurnedPublicNobodyIsNamedThoughNoEventTellsIt() {
        assertThat(acme.get("/api/orgs/acme/seats/person-1").statusCode()).isEqualTo(200);
        acme.organization.governance().setPrivate(false);
        try {
            acme.clock.advance(Duration.ofMinutes(6));

            assertRefused(acme.get("/api/orgs/acme/seats/person-1"), 403);
            assertRefused(acme.get("/api/orgs/acme/seats.csv"), 403);
        } finally {
            acme.organization.governance().setPrivate(true);
        }
        assertThat(acme.get("/api/orgs/acme/seats/person-1").statusCode()).isEqualTo(200);
    }

    @Test
    void whileGitHubDoesNotAnswerWhatIsKnownOfTheRepositoryCounts() {
        acme.application.github().faults().always("GET /repositories/\\d+", Fault.status(502));
        try {
            acme.clock.advance(Duration.ofMinutes(6));
            assertThat(acme.get("/api/orgs/acme/seats/person-1").statusCode()).isEqualTo(200);
        } finally {
            acme.application.github().faults().clear();
        }
    }

    @Test
    void refusesATokenThatNeverEnds() {
        Instant now = acme.clock.instant();
        assertRefused(acme.get(PATH, acme.issuer.signWithoutEnd(acme.claims().build())), 401);
        assertClaims(acme.claims().expirationTime(Date.from(now.plusSeconds(3_500))), 200);
        assertClaims(acme.claims().expirationTime(Date.from(now.plusSeconds(3_700))), 401);
        assertClaims(acme.claims().expirationTime(Date.from(Instant.parse("9999-01-01T00:00:00Z"))), 401);
        assertClaims(
                acme.claims()
                        .issueTime(Date.from(Instant.parse("9998-12-31T23:30:00Z")))
                        .expirationTime(Date.from(Instant.parse("9999-01-01T00:00:00Z"))),
                401);
    }

    @Test
    void nothingHasANameWithANul() {
        assertRefused(acme.get("/api/orgs/acme/seats/a%00b"), 404);
        assertRefused(acme.get("/api/orgs/acme/users/a%00b/usage"), 404);
        assertRefused(acme.get("/api/orgs/acme/teams/a%00b/history"), 404);
        assertRefused(acme.get("/api/orgs/a%00b/overview"), 404);
    }

    @Test
    void noAnswerMayBeKeptOrGuessedAt() {
        for (String path : List.of(PATH, "/api/orgs/acme/seats", "/api/orgs/acme/seats.csv", "/api/orgs/other/seats")) {
            HttpResponse<String> answer = acme.get(path);
            assertThat(answer.headers().allValues("Cache-Control")).as(path).containsExactly("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(acme.getWithoutToken(PATH).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void onlyHealthAndMetricsAreManaged() {
        for (String path : List.of(
                "/beans", "/routes", "/info", "/threaddump", "/refresh", "/metrics", "/loggers", "/env", "/caches")) {
            assertThat(acme.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(acme.getWithoutToken("/prometheus").statusCode()).isEqualTo(200);
        assertThat(acme.getWithoutToken("/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void givesItsDescriptionToAnybody() {
        HttpResponse<String> answer = acme.getWithoutToken("/openapi.yml");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("openapi: 3");
    }

    private void assertClaims(JWTClaimsSet.Builder claims, int status) {
        HttpResponse<String> answer = acme.get(PATH, acme.issuer.sign(claims.build()));
        if (status == 200) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } else {
            assertRefused(answer, status);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status);
    }
}
