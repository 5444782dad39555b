package dev.flightlog.github.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.OwnApp;
import dev.flightlog.github.rest.Fields;

/**
 * An issue as it is on GitHub.
 *
 * @param url its page
 * @param ours true if the App itself opened it
 */
public record Issue(int number, String nodeId, String title, String body, boolean open, String url, boolean ours) {
    static Issue of(JsonNode issue, OwnApp app) {
        return new Issue(
                issue.path("number").asInt(),
                Fields.text(issue, "node_id"),
                Fields.text(issue, "title"),
                Fields.textOrNull(issue, "body") instanceof String body ? body : "",
                Fields.text(issue, "state").equals("open"),
                Fields.text(issue, "html_url"),
                app.wrote(issue));
    }
}
