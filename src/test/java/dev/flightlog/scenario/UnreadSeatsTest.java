package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seats that were never read are not zero seats, and old ones have their date, wherever seats are told. */
class UnreadSeatsTest {
    private static final String SEATS = "GET /orgs/acme/copilot/billing/seats";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(
                    clock, FakeGitHub.start(FakeApp.generate(), clock), Map.of())
            .careless();
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 7, 60, 6, 4)
            .punctual();

    @AfterEach
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422})
    void noFigureRestsOnSeatsThatWereNeverRead(int status) {
        app.github().faults().always(SEATS, Fault.status(status));
        app.github().installApp(acme.organization());
        app.runJobs();

        String post = post().body();
        assertThat(post)
                .contains("Seats could not be read: ", "9 teams hidden", "| Seats | – |")
                .contains("- [ ] ")
                .doesNotContain(
                        "No seats are assigned", "0 seats", "% of seats", "idle seats cost", "included with the seats")
                .doesNotContain("Nothing needs a decision", "fewer than 5 people in it hold a seat");
        assertThat(says("/copilot seats")).contains("Seats could not be read: ").doesNotContain("0 seats");
        assertThat(says("/copilot csv seats"))
                .contains("Seats could not be read: ")
                .doesNotContain("login,");
        assertThat(says("/copilot cost"))
                .contains("Seats could not be read: ", "| Seats now | – |")
                .doesNotContain("0 seats", "No seat is idle", "Budget for seats");
        assertThat(says("/copilot me"))
                .contains("Whether you hold a Copilot seat is not known. Seats could not be read: ")
                .doesNotContain("You have no Copilot seat");
        assertThat(says("/copilot teams")).contains("Seats could not be read: ");
        assertThat(says("/copilot status")).doesNotContain("All is well");
        assertThat(seatsCheck().output().summary()).contains("| Seats | – | not known |");
        assertThat(seatsCheck().conclusion()).contains("failure");
    }

    @Test
    void oldSeatsAreDatedWhereverTheyAreUsed() {
        app.github().installApp(acme.organization());
        app.runJobs();
        app.github().faults().always(SEATS, Fault.status(404));
        app.execute("update source_read set outcome = 'failed', detail = 'GitHub has none.', cause = null"
                + ", succeeded_at = timestamptz '2026-10-09 10:00Z' where source = 'seats'");

        assertThat(says("/copilot seats")).contains(" as of Oct 9.");
        assertThat(says("/copilot seats idle")).contains(" as of Oct 9.");
        assertThat(says("/copilot cost"))
                .contains(" as of Oct 9", "| Seats as of Oct 9 |")
                .doesNotContain("Seats now");
        assertThat(says("/copilot me")).contains("Copilot seat").contains(" as of Oct 9.");
        assertThat(says("/copilot summary")).contains(" as of Oct 9");
    }

    private Issue post() {
        return acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .findFirst()
                .orElseThrow();
    }

    private String says(String text) {
        clock.advance(Duration.ofMinutes(3));
        Person admin = acme.admin();
        Issue issue = app.github()
                .people()
                .openIssue(acme.organization().governance(), admin.login(), "Questions", "Ask here");
        app.github().people().comment(issue, admin.login(), text);
        app.runJobs();
        List<Comment> replies = issue.commentsOf(app.github().bot());
        assertThat(replies).as(text).hasSize(1);
        return replies.getFirst().body();
    }

    private CheckRun seatsCheck() {
        return acme.organization().governance().checkRuns().stream()
                .filter(run -> run.name().equals(GovernedOrganization.SEATS_CHECK))
                .findFirst()
                .orElseThrow();
    }
}
