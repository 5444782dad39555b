package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** GitHub publishes nothing for nine days and then everything: nothing stays missing, and nothing false is said. */
class LateDaysTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T07:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 7, 40, 4, 8)
            .punctual();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void afterNineDaysOfSilenceEverythingIsHereWithinTwoReadings() {
        List<LocalDate> silent = TODAY.minusDays(10).datesUntil(TODAY).toList();
        silent.forEach(acme::withhold);
        app.github().installApp(acme.organization());
        app.runJobs();
        assertThat(days()).doesNotContain("2026-11-08", "2026-11-11", "2026-11-16");

        silent.forEach(acme::release);
        clock.advance(Duration.ofHours(7));
        app.runJobs();
        clock.advance(Duration.ofHours(7));
        app.runJobs();

        assertThat(days())
                .containsAll(TODAY.minusDays(28)
                        .datesUntil(TODAY.minusDays(1))
                        .map(LocalDate::toString)
                        .toList());
        Issue post = acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly · acme · 2026-W46"))
                .findFirst()
                .orElseThrow();
        assertThat(post.body()).doesNotContain("has not published", "of 7 days:**");
    }

    private List<String> days() {
        return app.query("select day from usage_day where team_id = 0 order by day");
    }
}
