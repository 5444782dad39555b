package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.RecordedRequest;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Commit;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check {@code Flightlog / seats} and its buttons. */
class SeatCheckTest {
    private static final String SEATS = "/orgs/acme/copilot/billing/seats";

    private TestApplication app;
    private GovernedOrganization acme;

    @BeforeEach
    void install() {
        app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));
        acme = GovernedOrganization.install(app);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void asksForActionAfterTheFirstLoadWhenManySeatsAreIdle() {
        CheckRun run = acme.seatsCheck(acme.first());

        assertThat(run.conclusion()).contains("action_required");
        assertThat(run.output().title()).isEqualTo("51 seats, 31 idle");
        assertThat(run.detailsUrl()).contains("http://localhost:8080/setup/installed");
        assertThat(run.actions()).extracting(CheckRun.Action::identifier).containsExactly("refresh", "post-summary");
    }

    @Test
    void followsTheDefaultBranchAndThePolicy() {
        Commit pushed = acme.push(GovernedOrganization.FILE, "seats:\n  idle_after: 90d\n");
        app.runJobs();

        assertThat(acme.seatsCheck(pushed).conclusion()).contains("success");
        assertThat(acme.seatsCheck(pushed).output().title()).isEqualTo("51 seats, 0 idle");
    }

    @Test
    void anOwnerRefreshes() {
        app.github().forgetRequests();

        app.github().people().clickCheckAction(acme.seatsCheck(acme.first()), "ada", "refresh");
        app.runJobs();

        assertThat(app.github().requests()).extracting(RecordedRequest::path).contains(SEATS);
        assertThat(acme.checks(acme.first().sha(), GovernedOrganization.SEATS_CHECK))
                .hasSize(1);
    }

    @Test
    void aMemberIsToldWhoMay() {
        app.github().forgetRequests();

        app.github().people().clickCheckAction(acme.seatsCheck(acme.first()), "grace", "refresh");
        app.runJobs();

        assertThat(app.github().requests()).extracting(RecordedRequest::path).doesNotContain(SEATS);
        assertThat(acme.seatsCheck(acme.first()).output().summary())
                .startsWith(
                        "> *Refresh now* was asked for by `grace` and not done: only the organization's owners may");
        assertThat(acme.seatsCheck(acme.first()).conclusion()).contains("action_required");
    }

    @Test
    void whereNobodyMayBeNamedTheAnswerNamesNobody() {
        Commit pushed = acme.push(GovernedOrganization.FILE, "privacy:\n  names: never\n");
        app.runJobs();

        app.github().people().clickCheckAction(acme.seatsCheck(pushed), "grace", "post-summary");
        app.runJobs();

        assertThat(acme.seatsCheck(pushed).output().summary())
                .startsWith("> *Post summary* was asked for and not done: only the organization's owners may do that.");
    }

    @Test
    void runAgainItSaysTheSameAndSendsNothing() {
        app.github().forgetRequests();

        app.github().people().rerun(acme.seatsCheck(acme.first()), "grace");
        app.runJobs();

        assertThat(app.github().requests()).isNotEmpty();
        assertThat(app.github().writes()).isEmpty();
    }

    @Test
    void failsWhenAPermissionIsMissing() {
        app.github()
                .administrators()
                .revoke(app.github().world().installations().getFirst(), "organization_copilot_seat_management");
        app.github().people().clickCheckAction(acme.seatsCheck(acme.first()), "ada", "refresh");
        app.runJobs();

        CheckRun run = acme.seatsCheck(acme.first());
        assertThat(run.conclusion()).contains("failure");
        assertThat(run.output().summary()).containsOnlyOnce("organization_copilot_seat_management");
    }
}
