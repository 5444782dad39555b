package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that goes in the middle of a step of a seat review: another one ends the step, and does nothing twice. */
class ReviewRestartsTest {
    private static final String REPLY = "POST /repos/.*/issues/[0-9]+/comments";
    private static final String GIVE = "POST .*/selected_users";

    private final ReviewedOrganization acme = new ReviewedOrganization(8).writable();

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void eachStepOfAReviewIsDoneOnce() {
        Person kept = acme.idle.get(0);
        interrupted(acme.ada, "/copilot review start", "POST /repos/.*/issues", Fault.lostAnswer());
        interrupted(kept, "/copilot keep", REPLY, Fault.lostAnswer());
        interrupted(acme.grace, "/copilot approve", REPLY, Fault.status(502));
        acme.github().faults().next("PATCH /repos/.*/issues/[0-9]+", 1, Fault.lostAnswer());
        for (int day = 0; day < 7; day++) {
            acme.app.pass(Duration.ofDays(1));
        }
        acme.restart();
        acme.app.pass(Duration.ofMinutes(10));

        assertThat(acme.issues()).hasSize(1);
        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body()).contains("7 of 8 seats were taken back.");
        assertThat(acme.trail())
                .containsOnlyOnce("started", "announced", "kept idle-0", "approved", "begun", "done", "removed idle-1");
        acme.expectIssueSeatsAndTrailAgree();
    }

    @Test
    void aCancellationIsDoneOnceAndNoLaterReviewIsCancelled() {
        acme.says(acme.ada, "/copilot review start");
        interrupted(acme.ada, "/copilot review cancel", REPLY, Fault.status(502));
        acme.says(acme.ada, "/copilot review start");

        assertThat(acme.app.query("select state from seat_review order by number"))
                .containsExactly("cancelled", "proposed");
        assertThat(acme.trail()).containsOnlyOnce("cancelled");
    }

    @Test
    void anUndoWhoseAnswerIsLostIsLookedUpByTheNextServer() {
        taken();
        interrupted(acme.ada, "/copilot undo idle-1", GIVE, Fault.lostAnswer());

        assertThat(acme.seatWrites()).hasSize(2);
        expectUndone(acme.idle.get(1));
    }

    @Test
    void anUndoThatNeverReachedGitHubIsSentAgainByTheNextServer() {
        taken();
        interrupted(acme.ada, "/copilot undo idle-1", GIVE, Fault.status(500));

        assertThat(acme.seatWrites()).hasSize(3);
        expectUndone(acme.idle.get(1));
    }

    @Test
    void aGrantIsDoneOnce() {
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        Person yan = acme.github().administrators().addMember(acme.acme, "yan", "Yan");
        acme.app.runJobs();
        interrupted(zoe, "/copilot request", REPLY, Fault.lostAnswer());
        interrupted(yan, "/copilot request", REPLY, Fault.status(502));

        interrupted(acme.ada, "/copilot grant zoe", GIVE, Fault.lostAnswer());
        interrupted(acme.ada, "/copilot grant yan", GIVE, Fault.status(500));

        assertThat(acme.acme.seatOf(zoe)).isPresent();
        assertThat(acme.acme.seatOf(yan)).isPresent();
        assertThat(acme.seatWrites()).hasSize(3);
        assertThat(acme.app.query("select state from seat_request")).containsExactly("granted", "granted");
        assertThat(acme.trail()).containsOnlyOnce("requested zoe", "requested yan", "granted zoe", "granted yan");
    }

    /** A review has taken all eight seats. */
    private void taken() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.noticePasses();
        assertThat(acme.seatWrites()).hasSize(1);
    }

    private void expectUndone(Person person) {
        assertThat(acme.ends(person)).isFalse();
        assertThat(acme.line(person)).endsWith("**undone** |");
        assertThat(acme.trail()).containsOnlyOnce("undo_asked " + person.login(), "undone " + person.login());
        acme.expectIssueSeatsAndTrailAgree();
    }

    /** Somebody comments, a request of the answer fails, the server dies, and the next one goes on. One reply follows. */
    private void interrupted(Person person, String text, String request, Fault fault) {
        Issue questions = acme.questions;
        int before = questions.commentsOf(acme.github().bot()).size();
        acme.github().faults().next(request, 1, fault);
        Comment comment = acme.github().people().comment(questions, person.login(), text);
        acme.app.runJobs();
        assertThat(acme.github().faults().pending())
                .as("%s was not met by %s", request, text)
                .isFalse();
        acme.restart();
        acme.app.pass(Duration.ofMinutes(1));
        acme.app.pass(Duration.ofMinutes(5));

        assertThat(questions.commentsOf(acme.github().bot()))
                .as("replies to %s", text)
                .hasSize(before + 1);
        assertThat(comment.reactions().stream().map(Reaction::content))
                .as("reactions to %s", text)
                .containsExactly("eyes", "+1");
    }
}
