package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** GitHub does not answer when seats are taken back, given or given back: people can still say what they want, and are told what is true. */
class ReviewOutagesTest {
    private static final String TAKE = "DELETE .*/selected_users";
    private static final String GIVE = "POST .*/selected_users";
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final ReviewedOrganization acme = new ReviewedOrganization(8).writable();

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void aKeepDuringAnOutageIsAppliedWhenTheSeatTurnsOutNotToBeTaken() {
        Person keeper = acme.idle.get(0);
        Person byAdmin = acme.idle.get(1);
        outage();
        assertThat(acme.line(keeper)).endsWith("**being removed** |");

        ReviewedOrganization.Exchange own = acme.says(keeper, "/copilot keep reason=back in May");
        assertThat(own.reactions()).containsExactly("eyes", "+1");
        assertThat(own.reply())
                .contains("Your seat stays if GitHub has not taken it yet.", "undo idle-0")
                .doesNotContain("was taken back already");
        assertThat(acme.says(acme.ada, "/copilot keep idle-1").reply())
                .contains("The seat of `idle-1` stays if GitHub has not taken it yet.");
        assertThat(acme.says(acme.ada, "/copilot keep idle-0").reactions()).containsExactly("eyes", "+1");
        assertThat(acme.trail()).containsOnlyOnce("kept idle-0", "kept idle-1");

        acme.github().faults().clear();
        acme.app.pass(LOOK_AGAIN);
        acme.app.pass(Duration.ofMinutes(10));

        assertThat(acme.ends(keeper)).isFalse();
        assertThat(acme.ends(byAdmin)).isFalse();
        assertThat(acme.line(keeper)).contains("by idle-0: back in May").endsWith("**kept** |");
        assertThat(acme.line(byAdmin)).contains("by ada").endsWith("**kept** |");
        assertThat(acme.issue().body()).contains("6 of 8 seats were taken back.", "does not say whether it took");
        assertThat(acme.app.query("select count(*) from seat_kept")).containsExactly("2");
        acme.expectIssueSeatsAndTrailAgree();
    }

    @Test
    void theIssueSaysThatGitHubDidNotAnswerBeforeAnythingIsSentAgain() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.github().faults().next(TAKE, 100, Fault.status(500));
        for (int hour = 0; hour < 9 * 24 && acme.seatWrites().isEmpty(); hour++) {
            acme.app.pass(Duration.ofHours(1));
        }

        assertThat(acme.seatWrites()).hasSize(1);
        assertThat(acme.issue().body()).contains("GitHub does not say whether it took seats back; that is looked up");
    }

    /** The answer was lost, not the request: the keep came too late, and that is said. */
    @Test
    void aKeepThatCameTooLateIsToldInTheIssue() {
        Person keeper = acme.idle.get(0);
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.github().faults().next(TAKE, 1, Fault.lostAnswer());
        noticePasses();

        assertThat(acme.says(keeper, "/copilot keep").reply()).contains("stays if GitHub has not taken it yet");
        acme.app.pass(LOOK_AGAIN);

        assertThat(acme.seatWrites()).hasSize(1);
        assertThat(acme.line(keeper))
                .contains("idle-0 said keep when GitHub was asked already, an admin can undo it")
                .endsWith("**removed** |");
        assertThat(acme.says(acme.ada, "/copilot undo idle-0").reply()).contains("1 seat goes on.");
        assertThat(acme.issue().body()).contains("8 of 8 seats were taken back, and 1 of them given back.");
        assertThat(acme.says(acme.ada, "/copilot undo idle-0").reply())
                .contains("There is no seat to give back.", "`idle-0`: the seat was given back already");
        acme.expectIssueSeatsAndTrailAgree();
    }

    @Test
    void aCancelDuringAnOutageStopsEveryFurtherRequest() {
        outage();
        int before = acme.seatWrites().size();

        ReviewedOrganization.Exchange cancel = acme.says(acme.ada, "/copilot review cancel");
        assertThat(cancel.reactions()).containsExactly("eyes", "+1");
        assertThat(cancel.reply()).contains("nothing more is sent to GitHub", "8 seats");
        assertThat(acme.says(acme.grace, "/copilot review cancel").reply()).contains("nothing more is sent to GitHub");
        acme.github().faults().clear();
        acme.app.pass(LOOK_AGAIN);
        acme.app.pass(Duration.ofMinutes(10));

        assertThat(acme.seatWrites()).hasSize(before);
        assertThat(acme.app.query("select state || ' ' || closed_by_login from seat_review"))
                .containsExactly("cancelled ada");
        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body()).contains("Cancelled by `ada`", "No seat was taken back.");
        assertThat(acme.line(acme.idle.get(0))).endsWith("**kept** |");
        assertThat(acme.trail()).containsOnlyOnce("cancelled", "left_out idle-0");
        assertThat(acme.says(acme.ada, "/copilot review start").reply()).contains("The review proposes");
    }

    @Test
    void aReviewThatGitHubNeverAnswersIsGivenUp() {
        outage();
        for (int day = 0; day < 25; day++) {
            acme.app.pass(Duration.ofDays(1));
        }

        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.line(acme.idle.get(0)))
                .contains("GitHub did not take it back in 30 days")
                .endsWith("**failed** |");
        assertThat(acme.acme.seats()).noneMatch(seat -> seat.pendingCancellationDate() != null);
    }

    @Test
    void commandsForPeopleRestOnSeatsThatWereReadAfterTheNotice() {
        Person used = acme.idle.get(0);
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.github().administrators().revoke(acme.installation, ReviewedOrganization.SEATS);
        acme.installation.grant(ReviewedOrganization.SEATS, "read");
        acme.app.pass(Duration.ofDays(6));
        acme.github().faults().always("GET /orgs/acme/copilot/billing/seats", Fault.status(503));
        acme.uses(used);
        acme.app.pass(Duration.ofDays(1));
        assertThat(acme.issue().body())
                .contains("8 seats can be taken back by hand when they are read again")
                .doesNotContain("gh api");

        acme.github().faults().clear();
        acme.app.pass(Duration.ofHours(7));
        acme.app.pass(Duration.ofMinutes(1));

        assertThat(acme.issue().body())
                .contains("7 seats can be taken back now, by hand", "gh api --method DELETE", "[]=idle-1'")
                .doesNotContain("[]=idle-0'");
        assertThat(acme.line(used)).endsWith("**in use** |");
        assertThat(acme.seatWrites()).isEmpty();
    }

    @Test
    void wordsAfterKeepAreTheReason() {
        Person keeper = acme.idle.get(0);
        acme.says(acme.ada, "/copilot review start");

        assertThat(acme.says(keeper, "/copilot keep I am back in May").reply()).contains("Your seat is kept.");
        assertThat(acme.line(keeper)).contains("by idle-0: I am back in May").endsWith("**kept** |");
        assertThat(acme.says(acme.idle.get(1), "/copilot keep busy-1").reply())
                .contains("You can keep your own seat", "keep reason=…");
        assertThat(acme.line(acme.idle.get(1))).endsWith("**proposed** |");
    }

    /** GitHub says that it gave the seat back, and goes on to list it as ending. */
    @Test
    void anUndoThatGitHubContradictsIsToldInTheIssue() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.noticePasses();
        acme.acme.copilot().giveNothing();
        acme.says(acme.ada, "/copilot undo idle-1");
        acme.app.pass(Duration.ofHours(7));

        assertThat(acme.line(acme.idle.get(1))).endsWith("**removed** |");
        assertThat(acme.issue().body()).contains("The seat of `idle-1` was not given back");
        assertThat(acme.trail()).containsOnlyOnce("undo_asked idle-1", "not_undone idle-1");
    }

    @Test
    void aRequestWhoseGrantIsUnknownIsNotSaidToBeClosed() {
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();
        acme.says(zoe, "/copilot request");
        acme.github().faults().next(GIVE, 9, Fault.status(500));
        acme.github().people().comment(acme.questions, "ada", "/copilot grant zoe");
        acme.app.runJobs();

        assertThat(acme.says(acme.grace, "/copilot decline zoe").reply())
                .contains("GitHub has not said yet whether it gave the seat")
                .doesNotContain("no open request");
        assertThat(acme.trail()).doesNotContain("declined zoe");
    }

    /** The notice is over, and GitHub answers 500 to every request that takes seats back. */
    private void outage() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.github().faults().next(TAKE, 1_000_000, Fault.status(500));
        noticePasses();
        assertThat(acme.seatWrites()).isNotEmpty();
    }

    private void noticePasses() {
        for (int day = 0; day < 7; day++) {
            acme.app.pass(Duration.ofDays(1));
        }
    }
}
