package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seats that were never read are not zero seats, and old ones have their date, wherever seats are told. */
class UnreadSeatsTest {
    private static final String SEATS = "GET /orgs/acme/copilot/billing/seats";

    private final UnreadOrganization unread = new UnreadOrganization();
    private final TestApplication app = unread.app;
    private final InventedOrganization acme = unread.acme;

    @AfterEach
    void stop() {
        unread.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422})
    void noFigureRestsOnSeatsThatWereNeverRead(int status) {
        app.github().faults().always(SEATS, Fault.status(status));
        app.github().installApp(acme.organization());
        app.runJobs();

        String post = unread.post().body();
        assertThat(post)
                .contains("Seats could not be read: ", "9 teams hidden", "| Seats | – |")
                .contains("- [ ] ")
                .doesNotContain(
                        "No seats are assigned", "0 seats", "% of seats", "idle seats cost", "included with the seats")
                .doesNotContain("Nothing needs a decision", "fewer than 5 people in it hold a seat");
        assertThat(unread.says("/copilot seats"))
                .contains("Seats could not be read: ")
                .doesNotContain("0 seats");
        assertThat(unread.says("/copilot csv seats"))
                .contains("Seats could not be read: ")
                .doesNotContain("login,");
        assertThat(unread.says("/copilot cost"))
                .contains("Seats could not be read: ", "| Seats now | – |")
                .contains("Teams are shown by how many of their people hold a seat")
                .doesNotContain("0 seats", "No seat is idle", "Budget for seats", "no day whose credits");
        assertThat(unread.says("/copilot me"))
                .contains("Whether you hold a Copilot seat is not known. Seats could not be read: ")
                .doesNotContain("You have no Copilot seat");
        assertThat(unread.says("/copilot teams")).contains("Seats could not be read: ");
        assertThat(unread.says("/copilot status")).doesNotContain("All is well");
        assertThat(unread.seatsCheck().output().summary()).contains("| Seats | – | not known |");
        assertThat(unread.seatsCheck().conclusion()).contains("failure");

        app.github().faults().clear();
        app.pass(Duration.ofMinutes(70));
        assertThat(unread.post().body())
                .as("the post follows the first reading of the seats")
                .contains(" seats were used this week")
                .doesNotContain("Seats could not be read", "Reading seats does not work");
    }

    @Test
    void oldSeatsAreDatedWhereverTheyAreUsed() {
        app.github().installApp(acme.organization());
        app.runJobs();
        app.github().faults().always(SEATS, Fault.status(404));
        app.execute("update source_read set outcome = 'failed', detail = 'GitHub has none.', cause = null"
                + ", succeeded_at = timestamptz '2026-10-09 10:00Z' where source = 'seats'");

        assertThat(unread.says("/copilot seats")).contains(" as of Oct 9.");
        assertThat(unread.says("/copilot seats idle")).contains(" as of Oct 9.");
        assertThat(unread.says("/copilot cost"))
                .contains(" as of Oct 9", "| Seats as of Oct 9 |")
                .doesNotContain("Seats now");
        assertThat(unread.says("/copilot me")).contains("Copilot seat").contains(" as of Oct 9.");
        assertThat(unread.says("/copilot summary")).contains(" as of Oct 9");
        assertThat(unread.says("/copilot csv seats")).contains("\n2026-10-09T10:00:00Z,");
    }

    @Test
    void nobodyTurnsIdleBecauseTheSeatsCannotBeRead() {
        app.github().installApp(acme.organization());
        app.runJobs();
        String before = unread.says("/copilot seats idle");
        assertThat(before).contains(" seats of 57 are idle").doesNotContain("as of");

        app.github().faults().always(SEATS, Fault.status(500));
        for (int day = 0; day < 8; day++) {
            app.pass(Duration.ofDays(1));
        }

        String after = unread.says("/copilot seats idle");
        assertThat(idle(after)).as("idle seats, as of the last reading").isEqualTo(idle(before));
        assertThat(after).contains(" as of Nov 18");
        assertThat(acme.organization().governance().issues().stream()
                        .filter(issue -> issue.title().startsWith("Copilot weekly"))
                        .toList())
                .last()
                .satisfies(post -> assertThat(post.body())
                        .contains(" as of Nov 18; " + idle(before) + " are idle")
                        .doesNotContain("Nov 9 – 15 (7 of 7 days)"));
    }

    /** "5" of "**5 seats of 57 are idle". */
    private static String idle(String answer) {
        return answer.substring(answer.indexOf("**") + 2, answer.indexOf(" seats of"));
    }
}
