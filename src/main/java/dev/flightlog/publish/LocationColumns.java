package dev.flightlog.publish;

import dev.flightlog.database.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A {@link PostLocation} as columns. */
record LocationColumns(
        String target,
        @Nullable Integer issueNumber,
        @Nullable Long commentId,
        @Nullable String nodeId) {
    static final String ISSUE = "issue";
    static final String ISSUE_COMMENT = "issue_comment";
    static final String DISCUSSION = "discussion";
    static final String DISCUSSION_COMMENT = "discussion_comment";

    static LocationColumns of(PostLocation location) {
        return switch (location) {
            case PostLocation.Issue(int number) -> new LocationColumns(ISSUE, number, null, null);
            case PostLocation.IssueComment(int issue, long id) -> new LocationColumns(ISSUE_COMMENT, issue, id, null);
            case PostLocation.Discussion(String id) -> new LocationColumns(DISCUSSION, null, null, id);
            case PostLocation.DiscussionComment(String id) -> new LocationColumns(DISCUSSION_COMMENT, null, null, id);
        };
    }

    static PostLocation location(Row row) throws SQLException {
        return switch (row.text("target")) {
            case ISSUE -> new PostLocation.Issue(row.integer("issue_number"));
            case ISSUE_COMMENT -> new PostLocation.IssueComment(row.integer("issue_number"), row.number("comment_id"));
            case DISCUSSION -> new PostLocation.Discussion(row.text("node_id"));
            default -> new PostLocation.DiscussionComment(row.text("node_id"));
        };
    }
}
