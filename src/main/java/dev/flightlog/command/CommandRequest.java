package dev.flightlog.command;

import dev.flightlog.publish.PostTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One comment that is addressed to Flightlog; a job's data.
 *
 * @param line what follows the prefix
 * @param number of the issue or discussion
 * @param commentId GitHub's id of the comment
 * @param discussion the discussion's node id; null for an issue
 * @param comment the comment's node id; null for an issue
 * @param receivedMillis when it came in, in milliseconds since 1970
 */
public record CommandRequest(
        long organization,
        long personId,
        String login,
        String line,
        int number,
        long commentId,
        @Nullable String discussion,
        @Nullable String comment,
        long receivedMillis) {
    /** A reply that was made before, for the same comment delivered again, may be this old. */
    private static final Duration BEFORE = Duration.ofDays(4);

    /** Comments of issues and of discussions are numbered apart. */
    public String key() {
        return discussion == null ? Long.toString(commentId) : "discussioncomment-" + commentId;
    }

    Instant receivedAt() {
        return Instant.ofEpochMilli(receivedMillis);
    }

    /** Where it stands, for people. */
    String place() {
        return (discussion == null ? "issue " : "discussion ") + number;
    }

    /** Where the reply belongs. */
    PostTarget replyPlace() {
        return discussion == null
                ? new PostTarget.IssueComment(number, receivedAt().minus(BEFORE))
                : new PostTarget.DiscussionComment(discussion, Objects.requireNonNull(comment, "comment"));
    }
}
