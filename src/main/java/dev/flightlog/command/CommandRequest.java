package dev.flightlog.command;

import dev.flightlog.command.answer.CommentSource;
import dev.flightlog.publish.PostTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One text that is addressed to Flightlog: a comment, or the text with which an issue or discussion was opened; a job's
 * data.
 *
 * @param line what follows the prefix
 * @param number of the issue or discussion
 * @param commentId GitHub's id of the comment, or of what was opened
 * @param discussion the discussion's node id; null for an issue
 * @param comment the comment's node id; null for an issue, and for a discussion that was opened
 * @param receivedMillis when it came in, in milliseconds since 1970
 * @param text which text it is; null in jobs of earlier versions, for a comment
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
        long receivedMillis,
        @Nullable Text text) {
    /** A reply that was made before, for the same comment delivered again, may be this old. */
    private static final Duration BEFORE = Duration.ofDays(4);

    /** Where a command may be written. */
    enum Text {
        COMMENT,
        /** The first text of an issue or discussion. */
        OPENING
    }

    boolean opening() {
        return text == Text.OPENING;
    }

    /** Issues, discussions and the comments of both are numbered apart. */
    public String key() {
        if (opening()) {
            return (discussion == null ? "issue-" : "discussion-") + commentId;
        }
        return discussion == null ? Long.toString(commentId) : "discussioncomment-" + commentId;
    }

    Instant receivedAt() {
        return Instant.ofEpochMilli(receivedMillis);
    }

    /** Where and when it was written, for answers that depend on it. */
    CommentSource source() {
        return new CommentSource(
                key(), discussion == null ? OptionalInt.of(number) : OptionalInt.empty(), receivedAt());
    }

    /** The same, with the line that the policy's prefix leaves. */
    CommandRequest withLine(String found) {
        return new CommandRequest(
                organization, personId, login, found, number, commentId, discussion, comment, receivedMillis, text);
    }

    /** The address of the comment, for people. */
    String place() {
        return (discussion == null ? "issue " : "discussion ") + number;
    }

    /** Where the reply belongs. */
    PostTarget replyPlace() {
        return discussion == null
                ? new PostTarget.IssueComment(number, receivedAt().minus(BEFORE))
                : new PostTarget.DiscussionComment(
                        discussion, opening() ? null : Objects.requireNonNull(comment, "comment"));
    }
}
