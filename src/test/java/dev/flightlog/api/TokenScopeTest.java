package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a believed token opens by its claims. */
class TokenScopeTest {
    @Test
    void aTokenOfAnotherIssuerNamesItsOrganizations() {
        assertThat(TokenScope.of(Map.of("iss", "https://login.example", "flightlog_org", List.of("acme", "umbrella"))))
                .isEqualTo(new TokenScope.Organizations(List.of("acme", "umbrella")));
    }

    /** Its tokens always name a repository; one that does not is none of a workflow that we know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://token.actions.githubusercontent.com",
                "https://token.actions.githubusercontent.com/acme-inc",
                "https://token.actions.acme.ghe.com",
                "https://github.acme.example/_services/token"
            })
    void aTokenOfGitHubActionsNamesNoOrganization(String issuer) {
        assertThat(TokenScope.of(Map.of("iss", issuer, "flightlog_org", "acme")))
                .isEqualTo(new TokenScope.Organizations(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pull_request", "pull_request_target", "PULL_REQUEST", "Pull_Request_Review", "workflow_run"})
    void aPullRequestIsOneHoweverItIsWritten(String event) {
        assertThat(TokenScope.of(Map.of("repository", "acme/copilot-governance", "event_name", event)))
                .isInstanceOfSatisfying(
                        TokenScope.Workflow.class,
                        workflow -> assertThat(workflow.mayBeForPullRequest()).isTrue());
    }
}
