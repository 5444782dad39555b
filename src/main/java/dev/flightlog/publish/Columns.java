package dev.flightlog.publish;

import dev.flightlog.database.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A {@link Location} as columns. */
record Columns(
        String target,
        @Nullable Integer issueNumber,
        @Nullable Long commentId,
        @Nullable String nodeId) {
    static final String ISSUE = "issue";
    static final String ISSUE_COMMENT = "issue_comment";
    static final String DISCUSSION = "discussion";
    static final String DISCUSSION_COMMENT = "discussion_comment";

    static Columns of(Location location) {
        return switch (location) {
            case Location.Issue(int number) -> new Columns(ISSUE, number, null, null);
            case Location.IssueComment(int issue, long id) -> new Columns(ISSUE_COMMENT, issue, id, null);
            case Location.Discussion(String id) -> new Columns(DISCUSSION, null, null, id);
            case Location.DiscussionComment(String id) -> new Columns(DISCUSSION_COMMENT, null, null, id);
        };
    }

    static Location location(Row row) throws SQLException {
        return switch (row.text("target")) {
            case ISSUE -> new Location.Issue(row.integer("issue_number"));
            case ISSUE_COMMENT -> new Location.IssueComment(row.integer("issue_number"), row.number("comment_id"));
            case DISCUSSION -> new Location.Discussion(row.text("node_id"));
            default -> new Location.DiscussionComment(row.text("node_id"));
        };
    }
}
