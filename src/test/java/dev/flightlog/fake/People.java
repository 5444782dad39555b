package dev.flightlog.fake;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do in repositories; each act changes the model and sends its webhooks, if the App hears of it. */
public final class People {
    private final World world;
    private final Events events;

    People(World world, Events events) {
        this.world = world;
        this.events = events;
    }

    private Shapes shapes() {
        return events.shapes();
    }

    public Issue openIssue(Repository repository, String login, String title, String body) {
        Person by = world.person(login);
        Issue issue = repository.openIssue(by, title, body);
        events.send(
                "issues",
                repository,
                by,
                "action",
                "opened",
                "issue",
                shapes().issues().issue(issue));
        return issue;
    }

    public Comment comment(Issue issue, String login, String text) {
        Person by = world.person(login);
        Comment comment = issue.addComment(by, text);
        sendComment("created", comment, by);
        return comment;
    }

    public void editComment(Comment comment, String login, String text) {
        String before = comment.body();
        comment.edit(text, world.now());
        Person by = world.person(login);
        sendComment("edited", comment, by, "changes", Json.object("body", Json.object("from", before)));
    }

    public void deleteComment(Comment comment, String login) {
        comment.issue().delete(comment);
        sendComment("deleted", comment, world.person(login));
    }

    void sendComment(String action, Comment comment, Person by, @Nullable Object... more) {
        List<@Nullable Object> fields = new ArrayList<>(List.of(
                "action", action,
                "issue", shapes().issues().issue(comment.issue()),
                "comment", shapes().issues().comment(comment)));
        fields.addAll(List.of(more));
        events.send("issue_comment", comment.issue().repository(), by, fields.toArray());
    }

    /** Starts a discussion in the category with that slug. */
    public Discussion startDiscussion(Repository repository, String login, String category, String title, String body) {
        Person by = world.person(login);
        Discussion discussion = repository.startDiscussion(
                by,
                repository.categories().stream()
                        .filter(each -> each.slug().equals(category))
                        .findFirst()
                        .orElseThrow(),
                title,
                body);
        Object shape = shapes().discussions().discussion(discussion);
        events.send("discussion", repository, by, "action", "created", "discussion", shape);
        return discussion;
    }

    public DiscussionComment commentInDiscussion(Discussion discussion, String login, String text) {
        return replyInDiscussion(discussion, null, login, text);
    }

    /** Comments in the thread under a top-level comment, or on the discussion when there is none. */
    public DiscussionComment replyInDiscussion(
            Discussion discussion, @Nullable DiscussionComment to, String login, String text) {
        Person by = world.person(login);
        DiscussionComment comment = discussion.addComment(by, text, to);
        sendDiscussionComment(comment, by);
        return comment;
    }

    void sendDiscussionComment(DiscussionComment comment, Person by) {
        events.send(
                "discussion_comment",
                comment.discussion().repository(),
                by,
                "action",
                "created",
                "comment",
                shapes().discussions().comment(comment),
                "discussion",
                shapes().discussions().discussion(comment.discussion()));
    }

    /** Pushes one file to the default branch. */
    public Commit push(Repository repository, String login, String path, @Nullable String content) {
        Map<String, @Nullable String> changes = new HashMap<>();
        changes.put(path, content);
        return push(repository, login, repository.history().defaultBranch(), changes);
    }

    /** Pushes files to a branch: {@code push} and {@code check_suite.requested}. */
    public Commit push(Repository repository, String login, String branch, Map<String, @Nullable String> changes) {
        Person by = world.person(login);
        String before = repository.history().head(branch).map(Commit::sha).orElse("0".repeat(40));
        Commit commit =
                repository.history().commit(branch, by, "Change " + String.join(", ", changes.keySet()), changes);
        sendPush(repository, by, branch, before, commit);
        return commit;
    }

    private void sendPush(Repository repository, Person by, String branch, String before, Commit commit) {
        Map<String, @Nullable Object> pushed = pushed(repository, commit);
        events.send(
                "push",
                repository,
                by,
                "ref",
                "refs/heads/" + branch,
                "before",
                before,
                "after",
                commit.sha(),
                "created",
                before.startsWith("0000"),
                "deleted",
                false,
                "forced",
                false,
                "base_ref",
                null,
                "compare",
                repository.fullName(),
                "commits",
                List.of(pushed),
                "head_commit",
                pushed,
                "pusher",
                Json.object("name", by.login(), "email", by.login() + "@example.org"));
        sendSuite("requested", repository, by, commit.sha());
    }

    private static Map<String, @Nullable Object> pushed(Repository repository, Commit commit) {
        Map<String, String> before = repository
                .history()
                .resolve(commit.parent() == null ? "none" : commit.parent())
                .map(Commit::files)
                .orElse(Map.of());
        List<PullRequest.ChangedFile> files = PullRequest.difference(before, commit.files());
        Map<String, @Nullable Object> who = Json.object(
                "name", commit.author().name(),
                "email", commit.author().login() + "@example.org",
                "username", commit.author().login());
        return Json.object(
                "id", commit.sha(),
                "tree_id", commit.sha(),
                "distinct", true,
                "message", commit.message(),
                "timestamp", commit.at(),
                "url", repository.fullName() + "/commit/" + commit.sha(),
                "author", who,
                "committer", who,
                "added", paths(files, "added"),
                "removed", paths(files, "removed"),
                "modified", paths(files, "modified"));
    }

    private static List<String> paths(List<PullRequest.ChangedFile> files, String status) {
        return files.stream()
                .filter(each -> each.status().equals(status))
                .map(PullRequest.ChangedFile::path)
                .toList();
    }

    private void sendSuite(String action, Repository repository, Person by, String sha) {
        events.send(
                "check_suite",
                repository,
                by,
                "action",
                action,
                "check_suite",
                shapes().checks().suite(repository, sha, CheckRoutes.suiteId(sha)));
    }

    /** Pushes a branch and opens a pull request from it. */
    public PullRequest openPullRequest(
            Repository repository, String login, String branch, String title, Map<String, @Nullable String> changes) {
        push(repository, login, branch, changes);
        return open(PullRequest.open(repository, repository, branch, world.person(login), title));
    }

    /** As above, into a branch that need not be the default one. */
    public PullRequest openPullRequestTo(
            String base,
            Repository repository,
            String login,
            String branch,
            String title,
            Map<String, @Nullable String> changes) {
        push(repository, login, branch, changes);
        return open(PullRequest.open(repository, base, repository, branch, world.person(login), title));
    }

    public PullRequest openDraft(
            Repository repository, String login, String branch, String title, Map<String, @Nullable String> changes) {
        push(repository, login, branch, changes);
        PullRequest pull = PullRequest.open(repository, repository, branch, world.person(login), title);
        pull.draft(true);
        return open(pull);
    }

    /** Forks the repository and opens a pull request from the fork. */
    public PullRequest openPullRequestFromFork(
            Repository repository, String login, String branch, String title, Map<String, @Nullable String> changes) {
        Person by = world.person(login);
        Repository fork = repository.forkBy(by);
        fork.history().commit(branch, by, title, changes);
        return open(PullRequest.open(repository, fork, branch, by, title));
    }

    private PullRequest open(PullRequest pull) {
        sendPull("opened", pull, pull.issue().author());
        return pull;
    }

    /** Pushes more to the branch of a pull request. */
    public Commit update(PullRequest pull, String login, Map<String, @Nullable String> changes) {
        Person by = world.person(login);
        Repository from = pull.headRepository();
        String before = pull.head().sha();
        Commit commit = from.history().commit(pull.headBranch(), by, "Change it", changes);
        pull.synchronize();
        if (!pull.fromFork()) {
            sendPush(from, by, pull.headBranch(), before, commit);
        }
        sendPull("synchronize", pull, by, "before", before, "after", commit.sha());
        return commit;
    }

    public void close(PullRequest pull, String login) {
        pull.issue().close(null, world.now());
        sendPull("closed", pull, world.person(login));
    }

    /** Merges: the default branch takes the head's files, with {@code push} and {@code pull_request.closed}. */
    public Commit merge(PullRequest pull, String login) {
        Person by = world.person(login);
        Repository repository = pull.issue().repository();
        Map<String, @Nullable String> changes = new HashMap<>();
        pull.files().forEach(file -> changes.put(file.path(), file.after()));
        pull.merged(world.now());
        sendPull("closed", pull, by);
        return push(repository, login, pull.baseBranch(), changes);
    }

    private void sendPull(String action, PullRequest pull, Person by, @Nullable Object... more) {
        List<@Nullable Object> fields = new ArrayList<>(List.of(
                "action", action,
                "number", pull.number(),
                "pull_request", shapes().pulls().pull(pull)));
        fields.addAll(List.of(more));
        events.send("pull_request", pull.issue().repository(), by, fields.toArray());
    }

    /** Clicks a button under a check run. */
    public void clickCheckAction(CheckRun run, String login, String identifier) {
        sendRun(
                "requested_action",
                run,
                world.person(login),
                "requested_action",
                Json.object("identifier", identifier));
    }

    /** Clicks Re-run at a check run. */
    public void rerun(CheckRun run, String login) {
        sendRun("rerequested", run, world.person(login));
    }

    /** Clicks Re-run all checks at a commit. */
    public void rerunAll(Repository repository, String sha, String login) {
        sendSuite("rerequested", repository, world.person(login), sha);
    }

    void rerequested(CheckRun run) {
        run.repository()
                .history()
                .commit(run.headSha())
                .ifPresent(commit -> sendRun("rerequested", run, commit.author()));
    }

    void sendRun(String action, CheckRun run, Person by, @Nullable Object... more) {
        Map<String, @Nullable Object> shape = shapes().checks().run(run);
        shape.put("check_suite", shapes().checks().suite(run.repository(), run.headSha(), run.suiteId()));
        List<@Nullable Object> fields = new ArrayList<>(List.of("action", action, "check_run", shape));
        fields.addAll(List.of(more));
        events.send("check_run", run.repository(), by, fields.toArray());
    }
}
