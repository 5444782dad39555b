package dev.flightlog.fake.model;

import java.time.Instant;

/** A comment on an issue or a pull request. */
public final class Comment extends Post {
    private final Issue issue;

    Comment(long id, Issue issue, Person author, String body, Instant createdAt) {
        super(id, author, body, createdAt);
        this.issue = issue;
    }

    public Issue issue() {
        return issue;
    }
}
