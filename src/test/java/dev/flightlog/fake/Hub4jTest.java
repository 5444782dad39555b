package dev.flightlog.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPermissionType;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.ReactionContent;

/** hub4j, unchanged, works with the simulated GitHub. */
class Hub4jTest {
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), new TestClock("2026-11-18T08:00:00Z"));
    private final Organization acme = github.world().addOrganization("acme");
    private final Repository governance = acme.addRepository("copilot-governance");
    private GHRepository repository;

    @BeforeEach
    void connect() throws Exception {
        acme.addOwner("ada");
        acme.addMember("bo");
        github.people().push(governance, "ada", ".github/flightlog.yml", "version: 1\n");
        github.installApp(acme);
        GitHub hub = new GitHubBuilder()
                .withEndpoint(github.apiUrl())
                .withAppInstallationToken(new Client(github).token())
                .build();
        repository = hub.getRepository("acme/copilot-governance");
    }

    @AfterEach
    void close() {
        assertThat(github.violations()).isEmpty();
        github.close();
    }

    @Test
    void opensCommentsLabelsReactsAndCloses() throws IOException {
        repository.createLabel("copilot-usage", "0366d6", "Weekly posts");
        GHIssue issue = repository
                .createIssue("Copilot weekly")
                .body("text")
                .label("copilot-usage")
                .assignee("ada")
                .create();
        for (int i = 0; i < 35; i++) {
            issue.comment("comment " + i);
        }
        GHIssueComment comment = issue.listComments().toList().getFirst();
        comment.update("edited");
        comment.createReaction(ReactionContent.EYES);
        comment.createReaction(ReactionContent.PLUS_ONE);
        issue.addLabels("more");
        issue.setBody("new text");
        issue.close();

        Issue stored = governance.issue(issue.getNumber());
        assertThat(issue.listComments().toList()).hasSize(35);
        assertThat(stored.body()).isEqualTo("new text");
        assertThat(stored.open()).isFalse();
        assertThat(stored.labels()).extracting(each -> each.name()).containsExactly("copilot-usage", "more");
        assertThat(stored.comments().getFirst().body()).isEqualTo("edited");
        assertThat(stored.comments().getFirst().reactions())
                .extracting(Reaction::content)
                .containsExactly("eyes", "+1");
        assertThat(repository.getIssues(GHIssueState.ALL)).hasSize(1);
        assertThat(comment.listReactions().toList()).hasSize(2);
        assertThat(repository.getIssue(issue.getNumber()).getLabels()).hasSize(2);
    }

    @Test
    void readsFilesDirectoriesAndPermissions() throws IOException {
        try (var content = repository.getFileContent(".github/flightlog.yml").read()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("version: 1\n");
        }
        assertThat(repository.getDirectoryContent(".github")).hasSize(1);
        assertThat(repository.getPermission("ada")).isEqualTo(GHPermissionType.ADMIN);
        assertThat(repository.getPermission("bo")).isEqualTo(GHPermissionType.READ);
        assertThat(repository.getDefaultBranch()).isEqualTo("main");
        assertThat(repository.getCommit("main").getSHA1())
                .isEqualTo(governance.history().head().orElseThrow().sha());
    }

    @Test
    void writesCheckRunsWithManyAnnotations() throws IOException {
        PullRequest pull = github.people()
                .openPullRequestFromFork(
                        governance, "bo", "idle", "Idle later", Map.of(".github/flightlog.yml", "version: 2\n"));
        GHCheckRunBuilder builder = repository
                .createCheckRun("Flightlog / policy", pull.head().sha())
                .withStatus(GHCheckRun.Status.COMPLETED)
                .withConclusion(GHCheckRun.Conclusion.FAILURE)
                .add(new GHCheckRunBuilder.Action("Refresh now", "Reads everything again", "refresh"));
        GHCheckRunBuilder.Output output = new GHCheckRunBuilder.Output("Twelve problems", "summary").withText("text");
        for (int line = 1; line <= 120; line++) {
            output.add(new GHCheckRunBuilder.Annotation(
                    ".github/flightlog.yml", line, GHCheckRun.AnnotationLevel.FAILURE, "wrong"));
        }
        GHCheckRun made = builder.add(output).create();

        CheckRun stored = governance.checkRun(made.getId()).orElseThrow();
        assertThat(stored.annotations()).hasSize(120);
        assertThat(stored.actions()).extracting(CheckRun.Action::identifier).containsExactly("refresh");
        assertThat(repository.getCheckRuns(pull.head().sha()).toList()).hasSize(1);
        made.update().withConclusion(GHCheckRun.Conclusion.SUCCESS).create();
        assertThat(stored.conclusion()).contains("success");
        assertThat(repository.getPullRequest(pull.number()).listFiles().toList())
                .hasSize(1);
        assertThat(List.copyOf(repository.queryPullRequests().list().toList())).hasSize(1);
    }
}
