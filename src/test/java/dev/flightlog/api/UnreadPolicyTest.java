package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Until the policy file was read once, nobody knows what it hides. */
class UnreadPolicyTest {
    private final Acme acme = new Acme();

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    void neitherTeamsNorPeopleAreShownBefore() {
        assertThat(acme.get("/api/orgs/acme/teams").statusCode()).isEqualTo(200);
        acme.application.execute("delete from policy_file");

        for (String path : new String[] {"/teams", "/teams/payments/history"}) {
            HttpResponse<String> teams = acme.get("/api/orgs/acme" + path);
            assertThat(teams.statusCode()).isEqualTo(503);
            assertThat(teams.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(teams.body())
                    .contains("the policy file was not read yet")
                    .doesNotContain("Payments");
        }
        for (String path : new String[] {"/seats", "/seats.csv"}) {
            HttpResponse<String> seats = acme.get("/api/orgs/acme" + path);
            assertThat(seats.statusCode()).as(path).isEqualTo(403);
            assertThat(seats.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(seats.body())
                    .contains("the policy file was not read yet")
                    .doesNotContain("person-", "assignee", "created_at");
        }
        assertThat(acme.get("/api/orgs/acme/seats/" + "person-1").body()).contains("the policy file was not read yet");
    }
}
