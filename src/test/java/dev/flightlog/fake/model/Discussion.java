package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A discussion with comments and replies one level deep. */
public final class Discussion extends Post {
    private final Repository repository;
    private final int number;
    private final DiscussionCategory category;
    private final List<DiscussionComment> comments = new CopyOnWriteArrayList<>();
    private volatile String title;
    private volatile @Nullable String closedReason;
    private volatile boolean locked;

    Discussion(
            long id,
            Repository repository,
            int number,
            Person author,
            DiscussionCategory category,
            String title,
            String body,
            Instant createdAt) {
        super(id, author, body, createdAt);
        this.repository = repository;
        this.number = number;
        this.category = category;
        this.title = title;
    }

    public Repository repository() {
        return repository;
    }

    public int number() {
        return number;
    }

    public DiscussionCategory category() {
        return category;
    }

    public String title() {
        return title;
    }

    public void retitle(String newTitle) {
        title = newTitle;
    }

    public boolean closed() {
        return closedReason != null;
    }

    public void close(String reason) {
        closedReason = reason;
    }

    public void reopen() {
        closedReason = null;
    }

    public boolean locked() {
        return locked;
    }

    /** Nobody may comment any more. */
    public void lock() {
        locked = true;
    }

    /**
     * Adds a comment, or a reply to a top-level comment.
     *
     * @throws IllegalArgumentException when the parent is itself a reply
     */
    public DiscussionComment addComment(Person by, String text, @Nullable DiscussionComment replyTo) {
        if (replyTo != null && replyTo.parent().isPresent()) {
            throw new IllegalArgumentException("Parent comment is already in a thread, cannot reply to it");
        }
        World world = repository.world();
        DiscussionComment comment = new DiscussionComment(world.nextId(), this, replyTo, by, text, world.now());
        comments.add(comment);
        touch(world.now());
        return comment;
    }

    public void delete(DiscussionComment comment) {
        comments.remove(comment);
        comments.removeIf(each -> each.parent().filter(comment::equals).isPresent());
    }

    /** Top-level comments, oldest first. */
    public List<DiscussionComment> comments() {
        return comments.stream().filter(each -> each.parent().isEmpty()).toList();
    }

    public List<DiscussionComment> repliesTo(DiscussionComment comment) {
        return comments.stream()
                .filter(each -> each.parent().filter(comment::equals).isPresent())
                .toList();
    }

    /** Comments and replies, oldest first. */
    public Stream<DiscussionComment> everything() {
        return comments.stream();
    }

    public Optional<DiscussionComment> comment(long commentId) {
        return comments.stream().filter(each -> each.id() == commentId).findFirst();
    }
}
