package dev.flightlog.github.discussion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;

/**
 * A comment in a discussion, or a reply to one, as it stands on GitHub.
 *
 * @param id its node id
 * @param byPerson false if an app wrote it
 */
public record DiscussionComment(String id, String body, String url, boolean byPerson) {
    static DiscussionComment of(JsonNode comment) {
        return new DiscussionComment(
                Fields.text(comment, "id"),
                Fields.text(comment, "body"),
                Fields.text(comment, "url"),
                Fields.byPerson(comment.path("author")));
    }
}
