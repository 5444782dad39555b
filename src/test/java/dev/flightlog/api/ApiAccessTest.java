package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
        assertClaims(acme.claims().claim("repository", "acme/website"), 403);
        assertClaims(acme.claims().claim("repository", "umbrella/copilot-governance"), 403);
        assertClaims(acme.claims().claim("repository", "acme/copilot-governance/x"), 403);
        assertClaims(acme.claims().claim("repository_owner_id", "4711"), 403);
        assertClaims(acme.claims().claim("repository_owner_id", null), 403);
        assertClaims(acme.claims().claim("repository", null), 403);
        assertClaims(acme.claims().claim("repository", "acme/website").claim("flightlog_org", "acme"), 403);
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
    void takesTheOrganizationsThatAnotherIssuersTokenNames() {
        assertClaims(acme.claims().claim("repository", null).claim("flightlog_org", "Acme"), 200);
        assertClaims(acme.claims().claim("repository", null).claim("flightlog_org", List.of("umbrella", "acme")), 200);
        assertClaims(acme.claims().claim("repository", null).claim("flightlog_org", "umbrella"), 403);
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
