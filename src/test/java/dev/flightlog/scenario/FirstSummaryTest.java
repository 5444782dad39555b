package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From {@code installation.created} to the weekly post, and what a second look at it does: nothing. */
class FirstSummaryTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    @Test
    void standsAfterTheFirstLoad() {
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 42, 60, 9, 10)
                    .punctual();
            app.github().installApp(acme.organization());
            app.runJobs();

            List<Issue> issues = acme.organization().governance().issues();
            assertThat(issues).hasSize(1);
            assertThat(issues.getFirst().title()).startsWith("Copilot weekly");
            assertThat(issues.getFirst().body()).contains("<!-- flightlog:summary 2026-W46 -->");

            app.github().forgetRequests();
            app.pass(Duration.ofHours(12));
            assertThat(acme.organization().governance().issues()).hasSize(1);
            assertThat(app.github().writes()).isEmpty();
        }
    }
}
