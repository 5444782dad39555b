package dev.flightlog.publish;

import dev.flightlog.github.issue.IssueLabel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a text is wanted. */
public sealed interface PostTarget {
    /**
     * An issue of its own.
     *
     * @param assignees logins
     */
    record Issue(String title, List<IssueLabel> labels, List<String> assignees) implements PostTarget {
        public Issue {
            labels = List.copyOf(labels);
            assignees = List.copyOf(assignees);
        }
    }

    /**
     * A comment on an issue or pull request.
     *
     * @param issue its number
     * @param since a moment before which the comment cannot have been written, or null; keeps the search short
     */
    record IssueComment(int issue, @Nullable Instant since) implements PostTarget {}

    /**
     * A discussion of our own: in one that somebody else opened, that person could delete every comment.
     *
     * @param category slug
     */
    record Discussion(String title, String category) implements PostTarget {}

    /**
     * A comment in a discussion.
     *
     * @param discussion node id
     * @param replyTo node id of any comment, under whose thread it belongs, or null for a comment of its own
     */
    record DiscussionComment(String discussion, @Nullable String replyTo) implements PostTarget {}

    /** The place of a post that is there already; for what is edited and never made again. */
    static PostTarget of(PostLocation location) {
        return switch (location) {
            case PostLocation.Issue _, PostLocation.Discussion _ ->
                throw new IllegalArgumentException("location must be a comment's, but is " + location);
            case PostLocation.IssueComment(int issue, long _) -> new IssueComment(issue, null);
            case PostLocation.DiscussionComment(String id) -> new DiscussionComment(id, id);
        };
    }

    /** What is there to be called by a title. */
    default @Nullable String title() {
        return switch (this) {
            case Issue issue -> issue.title();
            case Discussion discussion -> discussion.title();
            case IssueComment _, DiscussionComment _ -> null;
        };
    }
}
