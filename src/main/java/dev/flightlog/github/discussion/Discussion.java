package dev.flightlog.github.discussion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;

/**
 * A discussion as it is on GitHub.
 *
 * @param id its node id
 * @param ours true if the App itself opened it
 */
public record Discussion(String id, int number, String title, String body, String url, boolean ours) {
    static Discussion of(JsonNode discussion) {
        return new Discussion(
                Fields.text(discussion, "id"),
                discussion.path("number").asInt(),
                Fields.text(discussion, "title"),
                Fields.text(discussion, "body"),
                Fields.text(discussion, "url"),
                discussion.path("viewerDidAuthor").asBoolean());
    }
}
