package dev.flightlog.fake;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.report.InventedOrganization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts the simulated GitHub alone with something to look at, for work on its pages. */
public final class FakeGitHubMain {
    private FakeGitHubMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8090;
        try (FakeGitHub github = FakeGitHub.start(FakeApp.generate(), InstantSource.system(), port)) {
            InventedOrganization invented = InventedOrganization.create(github.world(), "acme", 42, 60, 9, 10);
            github.installApp(invented.organization());
            fill(github, invented);
            System.out.println("Simulated GitHub: " + github.webUrl() + "/acme/copilot-governance/issues");
            Thread.currentThread().join();
        }
    }

    static void fill(FakeGitHub github, InventedOrganization invented) throws IOException {
        Repository governance = invented.organization().governance();
        String admin = invented.admin().login();
        Issue issue = governance.openIssue(github.bot(), "Copilot weekly · acme · 2026-W46 (Nov 9 – 15)", sample());
        issue.label(governance.addLabel("copilot-usage", "0969da", "Weekly posts"));
        var asked = issue.addComment(invented.developer(), "/copilot me");
        asked.addReaction(new Reaction(1, github.bot(), "eyes", github.world().now()));
        asked.addReaction(new Reaction(2, github.bot(), "+1", github.world().now()));
        issue.addComment(
                github.bot(), "You have a seat since Aug 2, 2026.\n\n<sub>asked by `celik` · data to Nov 15</sub>");
        issue.addComment(
                invented.outsider(),
                "Hello @" + admin + " and @nobody-here and `@" + admin + "`! <script>alert(1)</script>");

        Discussion discussion = governance.startDiscussion(
                github.bot(), governance.categories().get(1), "Copilot usage", "One comment a week.");
        var week = discussion.addComment(github.bot(), "**2026-W46**: 46 of 58 seats in use.", null);
        discussion.addComment(invented.lead(), "/copilot team platform", week);

        Map<String, @Nullable String> changes = new HashMap<>();
        changes.put(".github/flightlog.yml", "version: 1\nseats:\n  idle_after: 45 days\n");
        PullRequest pull =
                github.people().openPullRequest(governance, admin, "idle-later", "Idle after 45 days", changes);
        addRun(github, governance, pull.head().sha(), "failure");
        addRun(github, governance, governance.history().head().orElseThrow().sha(), "action_required");
    }

    private static void addRun(FakeGitHub github, Repository repository, String sha, String conclusion) {
        CheckRun run = new CheckRun(
                github.world().nextId(),
                CheckRoutes.suiteId(sha),
                repository,
                sha,
                "Flightlog / policy",
                github.world().now());
        run.conclude(conclusion, github.world().now());
        run.output(new CheckRun.Output(
                "1 problem",
                "The file cannot be used.\n\n| key | found |\n| --- | --- |\n| `idle_after` | `45 days` |",
                null));
        run.annotate(List.of(new CheckRun.Annotation(
                ".github/flightlog.yml",
                3,
                3,
                null,
                null,
                "failure",
                "Write 45d.",
                "idle_after is no duration",
                null)));
        run.actions(List.of(
                new CheckRun.Action("Refresh now", "Reads seats and usage again", "refresh"),
                new CheckRun.Action("Post summary", "Posts this week's summary", "post")));
        repository.add(run);
    }

    private static String sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(FakeGitHubMain.class.getResourceAsStream("page/sample-post.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
