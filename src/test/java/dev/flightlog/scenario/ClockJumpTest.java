package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server's clock jumps ahead and back again while GitHub's goes on as ever. */
class ClockJumpTest {
    private static final Instant START = Instant.parse("2026-11-18T09:00:00Z");
    private static final Duration JUMP = Duration.ofHours(2);

    private final SettableClock githubs = new SettableClock(START);
    private final SettableClock ours = new SettableClock(START);
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), githubs);
    private final Postgres.Database database = Postgres.fresh();
    private final Organization acme = InventedOrganization.create(github.world(), "acme", 42, 14, 9, 2)
            .punctual()
            .organization();
    private TestApplication app = TestApplication.startOn(ours, github, database, Map.of());

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void nothingIsGivenUpLostOrPostedTwice() throws Exception {
        app.careless();
        github.installApp(acme);
        app.runJobs();
        Issue issue = github.people().openIssue(acme.governance(), login(), "Questions", "Ask here");

        app.pass(JUMP);
        Comment ahead = github.people().comment(issue, login(), "/copilot help");
        app.runJobs();
        ours.set(START);
        githubs.advance(Duration.ofSeconds(30));
        github.deliveries().lose(1);
        String lost =
                github.deliver("star", JsonNodeFactory.instance.objectNode()).guid();
        Comment back = github.people().comment(issue, login(), "/copilot help");
        app.runJobs();
        assertThat(back.reactions()).extracting(Reaction::content).contains("+1");

        githubs.advance(JUMP.plusMinutes(15));
        app.pass(JUMP.plusMinutes(15));
        github.awaitActs();
        app.runJobs();

        assertThat(ahead.reactions()).extracting(Reaction::content).contains("+1");
        assertThat(issue.commentsOf(github.bot())).hasSize(2);
        assertThat(acme.governance().issues())
                .filteredOn(post -> post.title().startsWith("Copilot weekly"))
                .hasSize(1);
        assertThat(app.query("select state from delivery where guid = '" + lost + "'"))
                .containsExactly("ignored");
        assertThat(app.query("select job from dead_job")).isEmpty();
    }

    private String login() {
        return acme.members().getFirst().person().login();
    }
}
