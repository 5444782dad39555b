package dev.flightlog.publish;

import dev.flightlog.github.discussion.DiscussionCategory;

/** The category for a discussion is not there. Never leaves this package. */
final class NoCategoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DiscussionCategory category;

    NoCategoryException(DiscussionCategory category) {
        super("no such category of discussions");
        this.category = category;
    }

    DiscussionCategory category() {
        return category;
    }
}
