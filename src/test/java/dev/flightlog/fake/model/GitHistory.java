package dev.flightlog.fake.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The branches of a repository, and commits that each hold the whole tree. */
public final class GitHistory {
    private final World world;
    private final Map<String, Commit> commits = new ConcurrentHashMap<>();
    private final Map<String, String> branches = new ConcurrentSkipListMap<>();
    private volatile String defaultBranch = "main";

    GitHistory(World world) {
        this.world = world;
    }

    public String defaultBranch() {
        return defaultBranch;
    }

    /** Renames the default branch, as an owner may. */
    public void renameDefaultBranch(String newName) {
        String sha = branches.remove(defaultBranch);
        if (sha != null) {
            branches.put(newName, sha);
        }
        defaultBranch = newName;
    }

    public List<String> branches() {
        return List.copyOf(branches.keySet());
    }

    void startFrom(GitHistory other) {
        commits.putAll(other.commits);
        branches.putAll(other.branches);
        defaultBranch = other.defaultBranch;
    }

    /** Makes a commit of another repository reachable here, as GitHub does with heads of pull requests. */
    public void share(Commit commit) {
        commits.put(commit.sha(), commit);
    }

    /**
     * Commits changed files to a branch, which is made from the default branch when it is not there.
     *
     * @param changes path to new text; null deletes the file
     */
    public Commit commit(String branch, Person author, String message, Map<String, @Nullable String> changes) {
        Optional<Commit> parent = head(branch).or(() -> head(defaultBranch));
        Map<String, String> files = new TreeMap<>(parent.map(Commit::files).orElse(Map.of()));
        changes.forEach((path, text) -> {
            if (text == null) {
                files.remove(path);
            } else {
                files.put(path, text);
            }
        });
        String parentSha = parent.map(Commit::sha).orElse(null);
        String sha = sha1("commit " + world.nextId() + " " + parentSha + " " + message);
        Commit commit = new Commit(sha, parentSha, author, message, world.now(), files);
        commits.put(sha, commit);
        branches.put(branch, sha);
        return commit;
    }

    public Optional<Commit> head(String branch) {
        return Optional.ofNullable(branches.get(branch)).flatMap(this::commit);
    }

    public Optional<Commit> head() {
        return head(defaultBranch);
    }

    public Optional<Commit> commit(String sha) {
        return Optional.ofNullable(commits.get(sha));
    }

    /** The commit that a branch name, {@code refs/heads/…} or a sha stands for; null means the default branch. */
    public Optional<Commit> resolve(@Nullable String ref) {
        if (ref == null) {
            return head();
        }
        String branch = ref.replaceFirst("^(refs/)?heads/", "");
        return head(branch).or(() -> commit(ref));
    }

    /** The sha-1 of a text as git would name a blob. */
    public static String blobSha(String text) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        return sha1("blob " + size + "\0" + text);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
