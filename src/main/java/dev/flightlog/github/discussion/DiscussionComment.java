package dev.flightlog.github.discussion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;

/**
 * A comment in a discussion, or a reply to one, as it is on GitHub.
 *
 * @param id its node id
 * @param ours true if the App itself wrote it
 */
public record DiscussionComment(String id, String body, String url, boolean ours) {
    static DiscussionComment of(JsonNode comment) {
        return new DiscussionComment(
                Fields.text(comment, "id"),
                Fields.text(comment, "body"),
                Fields.text(comment, "url"),
                comment.path("viewerDidAuthor").asBoolean());
    }
}
