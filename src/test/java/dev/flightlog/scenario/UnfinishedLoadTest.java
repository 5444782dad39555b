package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
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

/** The first post waits until the first load is complete, whatever looks at it meanwhile; but not for ever. */
class UnfinishedLoadTest {
    private static final String SEATS = "GET /orgs/acme/copilot/billing/seats";
    private static final String DAYS = "GET /orgs/acme/copilot/metrics/reports/users-1-day";
    private static final String USAGE = "GET /orgs/acme/copilot/metrics/reports";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization invented = InventedOrganization.create(
                    app.github().world(), "acme", 42, 14, 9, 2)
            .punctual();
    private final Organization acme = invented.organization();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void theTimetableDoesNotPostBetweenTheReportOf28DaysAndTheDays() {
        install(DAYS);
        assertThat(app.query("select count(*) from usage_day")).isNotEqualTo(List.of("0"));
        app.pass(Duration.ofMinutes(5));
        assertThat(titles()).isEmpty();

        app.github().faults().clear();
        app.pass(Duration.ofMinutes(16));

        assertThat(titles()).singleElement().asString().startsWith("Copilot weekly");
    }

    @Test
    void neitherTheTimetableNorTheFilledPastPostsWithoutSeats() {
        Map<String, String> shortPast = Map.of(Policy.FILE, "version: 1\nprivacy:\n  retention: 28d\n");
        acme.governance().history().commit("main", invented.admin(), "Policy", shortPast);
        install(SEATS);
        while (app.query("select 1 from source_read where source = 'history' and succeeded_at is not null")
                .isEmpty()) {
            app.pass(Duration.ofMinutes(1));
        }
        app.pass(Duration.ofMinutes(5));
        assertThat(titles()).isEmpty();

        app.github().faults().clear();
        app.pass(Duration.ofMinutes(16));

        assertThat(titles()).singleElement().asString().startsWith("Copilot weekly");
        assertThat(acme.governance().issues().getFirst().body()).doesNotContain("No seats are assigned");
    }

    @Test
    void whatDoesNotComeInTwoDaysIsNotWaitedForAnyLonger() {
        install(SEATS);
        app.pass(Duration.ofHours(47));
        assertThat(titles()).isEmpty();

        app.pass(Duration.ofHours(1));

        assertThat(titles()).singleElement().asString().startsWith("Copilot weekly");
        app.github().faults().clear();
        app.pass(Duration.ofHours(1));
    }

    @Test
    void theAlertDoesNotWait() {
        install(USAGE);
        app.pass(Duration.ofDays(6));

        assertThat(titles()).containsExactly("No new Copilot data for acme");
        app.github().faults().clear();
        app.pass(Duration.ofHours(1));
    }

    private void install(String neverAnswered) {
        app.github().faults().always(neverAnswered, Fault.status(503));
        app.github().installApp(acme);
        app.runJobs();
    }

    private List<String> titles() {
        return acme.governance().issues().stream().map(Issue::title).toList();
    }
}
