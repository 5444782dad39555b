package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.RecordedRequest;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The governance repository is granted when all else is read: the waiting post goes out as its policy says. */
class GovernanceLastTest {
    private static final String HEAD = "GET /repos/acme/copilot-governance/commits/main";
    private static final String TO_A_DISCUSSION = "version: 1\nsummary:\n  post_to: discussion\n";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization invented = InventedOrganization.create(
                    app.github().world(), "acme", 42, 14, 9, 2)
            .punctual();
    private final Organization acme = invented.organization();
    private final Installation installation =
            app.github().administrators().installApp(acme, acme.repository("payments-api"));

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void thePolicyIsReadWhileOtherJobsRun() {
        loadWithout(TO_A_DISCUSSION);
        app.github().faults().next(HEAD, 1, Fault.slow(Duration.ofSeconds(2)));
        grant();
        app.runJobsAtOnce(4);

        isDiscussed();
    }

    @Test
    void aPolicyThatGitHubDoesNotGiveYetIsWaitedFor() {
        loadWithout(TO_A_DISCUSSION);
        app.github().faults().always(HEAD, Fault.status(503));
        grant();
        app.runJobs();
        app.pass(Duration.ofMinutes(5));
        app.pass(Duration.ofDays(3));
        assertThat(acme.governance().issues()).isEmpty();

        app.github().faults().clear();
        app.pass(Duration.ofMinutes(20));

        isDiscussed();
    }

    @Test
    void aPolicyWithErrorsHoldsNothingUp() {
        loadWithout("version: 1\nsummary:\n  post_to: nowhere\n");
        grant();
        app.runJobs();

        isAnIssue();
    }

    @Test
    void aPolicyThatMayNotBeReadHoldsNothingUp() {
        loadWithout(TO_A_DISCUSSION);
        app.github().administrators().revoke(installation, "contents");
        grant();
        app.runJobs();

        isAnIssue();
    }

    @Test
    void whileThePolicyWasNeverReadNobodyIsNamed() {
        loadWithout("version: 1\nprivacy:\n  names: never\n");
        app.github().administrators().revoke(installation, "contents");
        grant();
        app.runJobs();
        isAnIssue();

        assertThat(reply("/copilot user " + invented.developer().login()))
                .contains("people are not named here.", "The policy file was not read yet.");
        assertThat(reply("/copilot seats")).contains("there is no list: the policy file was not read yet.");

        app.github().administrators().accept(installation, "contents", "read");
        app.runJobs();

        assertThat(reply("/copilot seats")).contains("the policy says `privacy.names: never`.");
    }

    @Test
    void aRepositoryWithoutAPolicyNamesPeople() {
        app.runJobs();
        grant();
        app.runJobs();

        assertThat(reply("/copilot user " + invented.developer().login()))
                .contains("`" + invented.developer().login() + "`");
    }

    @Test
    void pullRequestsThatWereOpenBeforeAreChecked() {
        loadWithout("version: 1\n");
        PullRequest pull = app.github()
                .people()
                .openPullRequest(
                        acme.governance(),
                        invented.admin().login(),
                        "stricter",
                        "Stricter",
                        Map.of(Policy.FILE, "version: 1\nseats:\n  idle_after: 20d\n"));
        app.runJobs();
        assertThat(policyChecks(pull)).isEmpty();

        grant();
        app.runJobs();

        assertThat(policyChecks(pull)).containsExactly("success");
        app.github().forgetRequests();
        app.pass(Duration.ofDays(1));
        assertThat(app.github().requests())
                .extracting(RecordedRequest::path)
                .as("the repository was there all the time")
                .noneMatch(path -> path.endsWith("/pulls"));
    }

    private List<String> policyChecks(PullRequest pull) {
        return acme.governance().checkRunsOf(pull.head().sha()).stream()
                .filter(run -> run.name().equals("Flightlog / policy"))
                .map(run -> run.conclusion().orElse("none"))
                .toList();
    }

    private String reply(String command) {
        Issue issue = acme.governance().issues().getFirst();
        app.github().people().comment(issue, invented.admin().login(), command);
        app.runJobs();
        return issue.commentsOf(app.github().bot()).getLast().body();
    }

    private void loadWithout(String policy) {
        acme.governance().history().commit("main", invented.admin(), "Policy", Map.of(Policy.FILE, policy));
        app.runJobs();
        assertThat(app.query("select source || ' ' || outcome from source_read order by source"))
                .containsExactly("directory read", "governance ask_a_person", "seats read", "usage read");
    }

    private void grant() {
        app.github().administrators().grant(installation, acme.governance());
    }

    private void isDiscussed() {
        assertThat(acme.governance().issues()).isEmpty();
        assertThat(acme.governance().discussions())
                .singleElement()
                .satisfies(discussion -> assertThat(discussion.comments()).hasSize(1));
    }

    private void isAnIssue() {
        assertThat(acme.governance().issues())
                .singleElement()
                .extracting(Issue::title)
                .asString()
                .startsWith("Copilot weekly");
    }
}
