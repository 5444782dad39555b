package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An issue, or the conversation of a pull request. */
public final class Issue extends Post {
    private final Repository repository;
    private final int number;
    private final List<Comment> comments = new CopyOnWriteArrayList<>();
    private final List<Label> labels = new CopyOnWriteArrayList<>();
    private final List<Person> assignees = new CopyOnWriteArrayList<>();
    private volatile String title;
    private volatile @Nullable Instant closedAt;
    private volatile @Nullable String stateReason;
    private volatile boolean locked;

    Issue(
            long id,
            Repository repository,
            int number,
            Person author,
            String title,
            @Nullable String body,
            Instant createdAt) {
        super(id, author, body, createdAt);
        this.repository = repository;
        this.number = number;
        this.title = title;
    }

    public Repository repository() {
        return repository;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public void retitle(String newTitle) {
        title = newTitle;
    }

    public boolean open() {
        return closedAt == null;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<String> stateReason() {
        return Optional.ofNullable(stateReason);
    }

    public void close(@Nullable String reason, Instant at) {
        closedAt = at;
        stateReason = reason == null ? "completed" : reason;
    }

    public void reopen() {
        closedAt = null;
        stateReason = "reopened";
    }

    public boolean locked() {
        return locked;
    }

    public void lock(boolean value) {
        locked = value;
    }

    public boolean isPullRequest() {
        return repository.findPull(number).isPresent();
    }

    public Comment addComment(Person by, String text) {
        World world = repository.world();
        Comment comment = new Comment(world.nextId(), this, by, text, world.now());
        comments.add(comment);
        touch(world.now());
        return comment;
    }

    public void delete(Comment comment) {
        comments.remove(comment);
    }

    public List<Comment> comments() {
        return List.copyOf(comments);
    }

    /** Comments of one account, oldest first. */
    public List<Comment> commentsOf(Person by) {
        return comments.stream().filter(each -> each.author().id() == by.id()).toList();
    }

    public List<Label> labels() {
        return List.copyOf(labels);
    }

    public void label(Label label) {
        if (labels.stream().noneMatch(each -> each.name().equalsIgnoreCase(label.name()))) {
            labels.add(label);
        }
    }

    public void unlabel(String name) {
        labels.removeIf(each -> each.name().equalsIgnoreCase(name));
    }

    public List<Person> assignees() {
        return List.copyOf(assignees);
    }

    public void assign(List<Person> people) {
        assignees.clear();
        assignees.addAll(people);
    }
}
