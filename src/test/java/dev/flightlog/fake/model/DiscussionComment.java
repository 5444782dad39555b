package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A comment in a discussion, or a reply to one. */
public final class DiscussionComment extends Post {
    private final Discussion discussion;
    private final @Nullable DiscussionComment parent;

    DiscussionComment(
            long id,
            Discussion discussion,
            @Nullable DiscussionComment parent,
            Person author,
            String body,
            Instant createdAt) {
        super(id, author, body, createdAt);
        this.discussion = discussion;
        this.parent = parent;
    }

    public Discussion discussion() {
        return discussion;
    }

    public Optional<DiscussionComment> parent() {
        return Optional.ofNullable(parent);
    }
}
