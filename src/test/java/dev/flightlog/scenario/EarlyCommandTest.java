package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that are typed seconds after the installation, before the policy was read. */
class EarlyCommandTest {
    private final TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));
    private Repository governance;
    private Repository other;
    private Person ada;

    @BeforeEach
    void install() {
        Organization acme = app.github().world().addOrganization("acme");
        ada = acme.addOwner("ada");
        governance = acme.addRepository("copilot-governance");
        governance.history().commit("main", ada, "Begin", Map.of("README.md", "# Copilot"));
        other = acme.addRepository("elsewhere");
        app.github().faults().next("GET /repos/acme/copilot-governance$", 1, Fault.status(503));
        app.github().installApp(acme);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void areAnsweredOnceItWasRead() {
        Comment comment = comment(governance, "/copilot help");
        Comment elsewhere = comment(other, "/copilot help");
        Comment ordinary = comment(governance, "/shrug");
        app.runJobs();
        assertThat(comment.reactions()).isEmpty();

        passMinutes();

        assertThat(comment.reactions()).extracting(Reaction::content).containsExactly("eyes", "+1");
        assertThat(comment.issue().commentsOf(app.github().bot())).hasSize(1);
        assertThat(elsewhere.reactions()).isEmpty();
        assertThat(ordinary.reactions()).isEmpty();
    }

    @Test
    void areForgottenWhereTheRepositoryIsMissing() {
        app.github().administrators().delete(governance);
        Comment comment = comment(other, "/copilot help");
        app.runJobs();
        passMinutes();

        assertThat(comment.reactions()).isEmpty();
        assertThat(app.query("select task_name from scheduled_tasks where task_name like '%early%'"))
                .isEmpty();
    }

    private void passMinutes() {
        for (int minute = 0; minute < 10; minute++) {
            app.pass(Duration.ofMinutes(1));
        }
    }

    private Comment comment(Repository repository, String text) {
        Issue issue = app.github().people().openIssue(repository, ada.login(), "Questions", "Ask here");
        return app.github().people().comment(issue, ada.login(), text);
    }
}
