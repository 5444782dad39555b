package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and teams that were never read are not none. */
class UnreadDirectoryTest {
    private final UnreadOrganization unread = new UnreadOrganization();
    private final TestApplication app = unread.app;
    private final InventedOrganization acme = unread.acme;

    @AfterEach
    void stop() {
        unread.close();
    }

    @Test
    void nothingSaysThatThereAreNoneAndNobodyIsToldToBeNoMember() {
        app.github().faults().always("GET /orgs/acme/teams", Fault.status(404));
        app.github().installApp(acme.organization());
        app.runJobs();
        app.pass(Duration.ofHours(49));

        for (String command : List.of("/copilot team", "/copilot teams", "/copilot csv teams")) {
            assertThat(unread.says(command))
                    .as(command)
                    .contains("**People and teams could not be read: GitHub answers 404, as it does for what")
                    .doesNotContain("0 teams", "no team", "0 rows");
        }
        assertThat(unread.says("/copilot user somebody"))
                .contains(
                        "Whether `somebody` is a member of this organization is not known. People and teams could not")
                .doesNotContain("is no member");
        assertThat(unread.says("/copilot status"))
                .doesNotContain("All is well")
                .contains("| directory | **failed** | never |");
        assertThat(unread.post().body())
                .contains("- [ ] **Reading directory does not work**: GitHub answers 404, as it does for what")
                .doesNotContain("teams shown", "teams hidden");
    }
}
