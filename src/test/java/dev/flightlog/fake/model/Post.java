package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What issues, comments and discussions have in common: an author, a body, reactions. */
public abstract class Post implements Reactable {
    private final long id;
    private final Person author;
    private final Instant createdAt;
    private final List<Reaction> reactions = new CopyOnWriteArrayList<>();
    private final List<String> formerBodies = new CopyOnWriteArrayList<>();
    private volatile @Nullable String body;
    private volatile Instant updatedAt;

    protected Post(long id, Person author, @Nullable String body, Instant createdAt) {
        this.id = id;
        this.author = author;
        this.body = body;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    @Override
    public long id() {
        return id;
    }

    public Person author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String body() {
        String text = body;
        return text == null ? "" : text;
    }

    /** Replaces the body and remembers the former one. */
    public void edit(String newBody, Instant at) {
        formerBodies.add(body());
        body = newBody;
        updatedAt = at;
    }

    public void touch(Instant at) {
        updatedAt = at;
    }

    /** Bodies before each edit, oldest first; its size is the number of edits. */
    public List<String> formerBodies() {
        return List.copyOf(formerBodies);
    }

    @Override
    public List<Reaction> reactions() {
        return List.copyOf(reactions);
    }

    @Override
    public void addReaction(Reaction reaction) {
        reactions.add(reaction);
    }

    @Override
    public void removeReaction(Reaction reaction) {
        reactions.remove(reaction);
    }
}
