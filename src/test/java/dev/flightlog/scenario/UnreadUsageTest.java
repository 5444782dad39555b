package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Usage that was never read is not no usage. */
class UnreadUsageTest {
    private static final List<String> REPORTS = List.of(
            "users-1-day",
            "users-28-day/latest",
            "organization-1-day",
            "organization-28-day/latest",
            "user-teams-1-day",
            "repos-1-day");

    private final UnreadOrganization unread = new UnreadOrganization();
    private final TestApplication app = unread.app;
    private final InventedOrganization acme = unread.acme;

    @AfterEach
    void stop() {
        unread.close();
    }

    @Test
    void noFigureRestsOnUsageThatWasNeverRead() {
        for (String report : REPORTS) {
            app.github().faults().always("GET /orgs/acme/copilot/metrics/reports/" + report, Fault.status(403));
        }
        app.github().installApp(acme.organization());
        app.runJobs();
        app.pass(Duration.ofHours(49));

        assertThat(unread.says("/copilot cost"))
                .contains("| AI credits used | – |", "| Share of the included credits | – |")
                .contains("would save up to 76 USD a month if this month's credits are not used up");
        assertThat(unread.seatsCheck().output().summary())
                .contains("No usage data was ever read.", "| AI credits this month, estimate | – | – |");
        for (String command : List.of("/copilot team", "/copilot teams", "/copilot csv usage", "/copilot csv teams")) {
            assertThat(unread.says(command))
                    .as(command)
                    .contains("**There are no usage reports yet.**", "GitHub refused with 403");
        }
        assertThat(unread.says("/copilot me"))
                .contains("There are no usage reports yet. GitHub refused with 403")
                .doesNotContain("| Days active |");
        assertThat(unread.says("/copilot summary")).contains("There is no summary yet.");
        assertThat(unread.says("/copilot status")).doesNotContain("All is well");
        assertThat(acme.organization().governance().issues())
                .noneMatch(issue -> issue.title().startsWith("Copilot weekly"));
    }
}
