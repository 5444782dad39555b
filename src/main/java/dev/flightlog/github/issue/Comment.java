package dev.flightlog.github.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.OwnApp;
import dev.flightlog.github.rest.Fields;

/**
 * A comment on an issue or pull request as it is on GitHub.
 *
 * @param url its place on the issue's page
 * @param ours true if the App itself wrote it
 */
public record Comment(long id, String nodeId, String body, String url, boolean ours) {
    static Comment of(JsonNode comment, OwnApp app) {
        return new Comment(
                comment.path("id").asLong(),
                Fields.text(comment, "node_id"),
                Fields.text(comment, "body"),
                Fields.text(comment, "html_url"),
                app.wrote(comment));
    }
}
