package dev.flightlog.github.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Memberships;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedPathTest {
    @ParameterizedTest
    @CsvSource({
        "/orgs/acme/memberships/ada,                    /orgs/acme/memberships/*",
        "/orgs/acme/teams/payments/memberships/ada,     /orgs/acme/teams/payments/memberships/*",
        "/api/v3/users/ada,                             /api/v3/users/*",
        "/api/orgs/acme/users/ada/usage,                /api/orgs/acme/users/*/usage",
        "/api/orgs/acme/seats/ada,                      /api/orgs/acme/seats/*",
        "/api/orgs/acme/seats.csv,                      /api/orgs/acme/seats.csv",
        "/orgs/acme/copilot/billing/seats,              /orgs/acme/copilot/billing/seats",
        "/orgs/acme/copilot/metrics/reports/users-28-day/latest,"
                + " /orgs/acme/copilot/metrics/reports/users-28-day/latest",
    })
    void namesNobody(String path, String loggable) {
        assertThat(RedactedPath.of(path)).isEqualTo(loggable);
    }

    @Test
    void whatGitHubRefusedIsToldWithoutThePerson() {
        try (ScriptedGitHub gitHub = new ScriptedGitHub()) {
            gitHub.on("GET /orgs/acme/memberships/ada", 502, "{}");
            Memberships memberships =
                    new Memberships(new Clients(gitHub.url()).rest, new Clients(gitHub.url()).listings);

            assertThatThrownBy(() -> memberships.ofPerson(Clients.ACME, "acme", 7, "ada"))
                    .isInstanceOf(GitHubException.class)
                    .hasMessage("GET /orgs/acme/memberships/*: GitHub answered 502");
        }
    }
}
