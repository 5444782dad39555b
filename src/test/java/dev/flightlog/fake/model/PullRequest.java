package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A pull request: a conversation and a branch, maybe of a fork or as a draft. */
public final class PullRequest {
    /** A file that differs between base and head; status is added, modified or removed. */
    public record ChangedFile(
            String path,
            String status,
            @Nullable String before,
            @Nullable String after) {}

    private final Issue issue;
    private final Repository headRepository;
    private final String headBranch;
    private final String baseBranch;
    private volatile Commit head;
    private volatile Commit base;
    private volatile boolean draft;
    private volatile @Nullable Instant mergedAt;

    private PullRequest(
            Issue issue, Repository headRepository, String headBranch, Commit head, String baseBranch, Commit base) {
        this.issue = issue;
        this.headRepository = headRepository;
        this.headBranch = headBranch;
        this.baseBranch = baseBranch;
        this.head = head;
        this.base = base;
    }

    /** Opens a pull request from a branch of this repository or of a fork. */
    public static PullRequest open(Repository repository, Repository from, String branch, Person author, String title) {
        return open(repository, repository.history().defaultBranch(), from, branch, author, title);
    }

    /** As above, into a branch that need not be the default one. */
    public static PullRequest open(
            Repository repository, String baseBranch, Repository from, String branch, Person author, String title) {
        World world = repository.world();
        Commit head = from.history().head(branch).orElseThrow();
        Commit base = repository.history().head(baseBranch).orElseThrow();
        Issue issue = new Issue(world.nextId(), repository, repository.nextNumber(), author, title, "", world.now());
        PullRequest pull = new PullRequest(issue, from, branch, head, baseBranch, base);
        repository.history().share(head);
        repository.add(pull);
        return pull;
    }

    public Issue issue() {
        return issue;
    }

    public int number() {
        return issue.number();
    }

    public Repository headRepository() {
        return headRepository;
    }

    public boolean fromFork() {
        return headRepository != issue.repository();
    }

    public String headBranch() {
        return headBranch;
    }

    public String baseBranch() {
        return baseBranch;
    }

    public Commit head() {
        return head;
    }

    public Commit base() {
        return base;
    }

    public boolean draft() {
        return draft;
    }

    public void draft(boolean value) {
        draft = value;
    }

    public Optional<Instant> mergedAt() {
        return Optional.ofNullable(mergedAt);
    }

    /** Takes over what the branch holds now. */
    public void synchronize() {
        head = headRepository.history().head(headBranch).orElse(head);
        issue.repository().history().share(head);
    }

    /** Marks it merged; the commit on the base branch is made by the caller. */
    public void merged(Instant at) {
        mergedAt = at;
        issue.close(null, at);
    }

    /** What the pull request changes. */
    public List<ChangedFile> files() {
        return difference(base.files(), head.files());
    }

    public static List<ChangedFile> difference(Map<String, String> before, Map<String, String> after) {
        List<ChangedFile> changed = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String old = before.get(path);
            String now = after.get(path);
            if (old == null) {
                changed.add(new ChangedFile(path, "added", null, now));
            } else if (now == null) {
                changed.add(new ChangedFile(path, "removed", old, null));
            } else if (!old.equals(now)) {
                changed.add(new ChangedFile(path, "modified", old, now));
            }
        }
        return changed;
    }
}
