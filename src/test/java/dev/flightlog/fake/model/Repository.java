package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A repository with its files, issues, pull requests, discussions and check runs. */
public final class Repository {
    private final World world;
    private final long id;
    private final @Nullable Organization organization;
    private final @Nullable Person owner;
    private final Instant createdAt;
    private final Set<String> formerNames = ConcurrentHashMap.newKeySet();
    private final GitHistory history;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Issue> issues = new ConcurrentSkipListMap<>();
    private final Map<Integer, PullRequest> pulls = new ConcurrentSkipListMap<>();
    private final Map<Integer, Discussion> discussions = new ConcurrentSkipListMap<>();
    private final Map<String, Label> labels = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<DiscussionCategory> categories = new CopyOnWriteArrayList<>();
    private final Map<Long, CheckRun> checkRuns = new ConcurrentSkipListMap<>();
    private final Map<Long, String> collaborators = new ConcurrentSkipListMap<>();
    private volatile String name;
    private volatile boolean isPrivate = true;
    private volatile boolean internal;
    private volatile boolean archived;
    private volatile boolean hasIssues = true;
    private volatile boolean hasDiscussions;

    Repository(World world, Organization organization, String name) {
        this(world, organization, null, name);
    }

    private Repository(World world, @Nullable Organization organization, @Nullable Person owner, String name) {
        this.world = world;
        this.id = world.nextId();
        this.organization = organization;
        this.owner = owner;
        this.name = name;
        this.createdAt = world.now();
        this.history = new GitHistory(world);
    }

    /** A fork in somebody's own account; it starts with this repository's default branch. */
    public Repository forkBy(Person person) {
        Repository fork = new Repository(world, null, person, name);
        fork.isPrivate = isPrivate;
        fork.history.startFrom(history);
        world.add(fork);
        return fork;
    }

    public World world() {
        return world;
    }

    public long id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Organization> organization() {
        return Optional.ofNullable(organization);
    }

    public Optional<Person> owner() {
        return Optional.ofNullable(owner);
    }

    public String ownerLogin() {
        if (organization != null) {
            return organization.login();
        }
        return owner().map(Person::login).orElse("ghost");
    }

    public String name() {
        return name;
    }

    public String fullName() {
        return ownerLogin() + "/" + name;
    }

    public void rename(String newName) {
        rememberName();
        name = newName;
    }

    void rememberName() {
        formerNames.add(fullName());
    }

    boolean wasCalled(String fullName) {
        return formerNames.stream().anyMatch(fullName::equalsIgnoreCase);
    }

    public boolean isPrivate() {
        return isPrivate;
    }

    /** Internal to the enterprise: every member of any of its organizations may read it; {@code private} is true too. */
    public void setInternal(boolean value) {
        internal = value;
    }

    /** {@code public}, {@code private} or {@code internal}. */
    public String visibility() {
        return !isPrivate() ? "public" : internal ? "internal" : "private";
    }

    public void setPrivate(boolean value) {
        isPrivate = value;
    }

    public boolean archived() {
        return archived;
    }

    public void archive(boolean value) {
        archived = value;
    }

    public boolean hasIssues() {
        return hasIssues;
    }

    public void hasIssues(boolean enabled) {
        hasIssues = enabled;
    }

    public boolean hasDiscussions() {
        return hasDiscussions;
    }

    /** Switches discussions on, with GitHub's usual categories when there are none yet. */
    public void hasDiscussions(boolean enabled) {
        hasDiscussions = enabled;
        if (enabled && categories.isEmpty()) {
            addCategory("Announcements", "announcements", ":mega:");
            addCategory("General", "general", ":speech_balloon:");
            addCategory("Ideas", "ideas", ":bulb:");
            addCategory("Q&A", "q-a", ":pray:");
        }
    }

    public DiscussionCategory addCategory(String categoryName, String slug, String emoji) {
        DiscussionCategory category =
                new DiscussionCategory(world.nextId(), categoryName, slug, emoji, slug.equals("q-a"));
        categories.add(category);
        return category;
    }

    public void removeCategory(String slug) {
        categories.removeIf(each -> each.slug().equals(slug));
    }

    public List<DiscussionCategory> categories() {
        return List.copyOf(categories);
    }

    public GitHistory history() {
        return history;
    }

    public int nextNumber() {
        return numbers.incrementAndGet();
    }

    public Issue openIssue(Person author, String title, @Nullable String body) {
        Issue issue = new Issue(world.nextId(), this, nextNumber(), author, title, body, world.now());
        issues.put(issue.number(), issue);
        return issue;
    }

    void add(PullRequest pull) {
        issues.put(pull.number(), pull.issue());
        pulls.put(pull.number(), pull);
    }

    public void delete(Issue issue) {
        issues.remove(issue.number());
        pulls.remove(issue.number());
    }

    /** Issues and pull requests, oldest first. */
    public List<Issue> issues() {
        return List.copyOf(issues.values());
    }

    public Optional<Issue> findIssue(int number) {
        return Optional.ofNullable(issues.get(number));
    }

    public Issue issue(int number) {
        return findIssue(number).orElseThrow(() -> new NoSuchElementException("no issue " + number));
    }

    public Optional<Comment> comment(long commentId) {
        return issues.values().stream()
                .flatMap(issue -> issue.comments().stream())
                .filter(comment -> comment.id() == commentId)
                .findFirst();
    }

    public List<PullRequest> pulls() {
        return List.copyOf(pulls.values());
    }

    public Optional<PullRequest> findPull(int number) {
        return Optional.ofNullable(pulls.get(number));
    }

    public PullRequest pull(int number) {
        return findPull(number).orElseThrow(() -> new NoSuchElementException("no pull request " + number));
    }

    public Discussion startDiscussion(Person author, DiscussionCategory category, String title, String body) {
        Discussion discussion =
                new Discussion(world.nextId(), this, nextNumber(), author, category, title, body, world.now());
        discussions.put(discussion.number(), discussion);
        return discussion;
    }

    public List<Discussion> discussions() {
        return List.copyOf(discussions.values());
    }

    public Optional<Discussion> findDiscussion(int number) {
        return Optional.ofNullable(discussions.get(number));
    }

    public void delete(Discussion discussion) {
        discussions.remove(discussion.number());
    }

    public Optional<Label> findLabel(String labelName) {
        return Optional.ofNullable(labels.get(labelName));
    }

    public Label addLabel(String labelName, String color, @Nullable String description) {
        Label label = new Label(world.nextId(), labelName, color, description);
        labels.put(labelName, label);
        return label;
    }

    public void removeLabel(String labelName) {
        labels.remove(labelName);
    }

    public List<Label> labels() {
        return List.copyOf(labels.values());
    }

    public void add(CheckRun run) {
        checkRuns.put(run.id(), run);
    }

    public Optional<CheckRun> checkRun(long runId) {
        return Optional.ofNullable(checkRuns.get(runId));
    }

    /** Check runs, newest first. */
    public List<CheckRun> checkRuns() {
        return new ArrayList<>(checkRuns.values()).reversed();
    }

    /** Check runs of a commit, newest first. */
    public List<CheckRun> checkRunsOf(String sha) {
        return checkRuns().stream().filter(run -> run.headSha().equals(sha)).toList();
    }

    /** Gives somebody a role: read, triage, write, maintain or admin. */
    public void collaborator(Person person, String role) {
        collaborators.put(person.id(), role);
    }

    /** The exact role of somebody here, {@code none} when they have none. */
    public String roleOf(Person person) {
        if (organization != null) {
            Optional<Member> member = organization.member(person.id()).filter(each -> !each.pending());
            if (member.filter(each -> each.role() == Member.Role.ADMIN).isPresent()) {
                return "admin";
            }
            if (!collaborators.containsKey(person.id()) && member.isPresent()) {
                return "read";
            }
        }
        return collaborators.getOrDefault(person.id(), isPrivate ? "none" : "read");
    }
}
