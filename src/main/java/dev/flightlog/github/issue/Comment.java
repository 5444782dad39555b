package dev.flightlog.github.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;

/**
 * A comment on an issue or pull request as it stands on GitHub.
 *
 * @param url its place on the issue's page
 * @param byPerson false if an app wrote it
 */
public record Comment(long id, String nodeId, String body, String url, boolean byPerson) {
    static Comment of(JsonNode comment) {
        return new Comment(
                comment.path("id").asLong(),
                Fields.text(comment, "node_id"),
                Fields.text(comment, "body"),
                Fields.text(comment, "html_url"),
                Fields.byPerson(comment.path("user")));
    }
}
