package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The delivery of a comment that comes again much later, under another GUID. */
class OldCommandTest {
    @Test
    void isNotAnsweredAgainWhenRetentionHasErasedThatItWas() {
        try (TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-03-02T09:00:00Z")))) {
            Organization acme = app.github().world().addOrganization("acme");
            Person ada = acme.addOwner("ada");
            Repository governance = acme.addRepository("copilot-governance");
            app.github().people().push(governance, "ada", Policy.FILE, "privacy: {retention: 28d}\n");
            app.github().installApp(acme);
            app.runJobs();
            Issue issue = app.github().people().openIssue(governance, ada.login(), "Questions", "Ask here");
            Comment comment = app.github().people().comment(issue, ada.login(), "/copilot cost");
            JsonNode delivery =
                    app.github().deliveries().of("issue_comment").getLast().payload();
            app.runJobs();
            assertThat(comment.reactions()).hasSize(2);
            for (int day = 0; day < 33; day++) {
                app.pass(Duration.ofDays(1));
            }
            assertThat(app.query("select command from command_log")).isEmpty();
            int writes = app.github().writes().size();

            assertThat(app.github().deliver("issue_comment", delivery).ok()).isTrue();
            app.runJobs();

            assertThat(app.query("select command from command_log")).isEmpty();
            assertThat(app.github().writes()).hasSize(writes);
        }
    }
}
