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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From {@code installation.created} to the weekly post, and what a second look at it does: nothing. */
class FirstSummaryTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    /** The newest whole week is the one before last until Wednesday, and the one before from then on. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-22"})
    void speaksOfTheSeatsOfNowOnWhateverDayTheAppIsInstalled(String day) {
        clock.set(Instant.parse(day + "T09:00:00Z"));
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 42, 60, 9, 10)
                    .punctual();
            app.github().installApp(acme.organization());
            app.runJobs();

            assertThat(acme.organization().governance().issues())
                    .singleElement()
                    .satisfies(post -> assertThat(post.body())
                            .contains(" seats were used this week", "### Needs a decision", "Seats by state")
                            .doesNotContain("Seats of that week are not known", "still to be read"));
        }
    }

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
