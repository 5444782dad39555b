package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What a team is.
 *
 * @param nodeId its id in GraphQL; empty where GitHub names none
 * @param parentId null for a team at the top
 * @param url its page
 * @param secret GitHub shows it to its members and the owners only
 */
public record TeamFacts(
        long id,
        String nodeId,
        String slug,
        String name,
        @Nullable String description,
        @Nullable Long parentId,
        String url,
        boolean secret) {

    static TeamFacts of(JsonNode team) {
        return new TeamFacts(
                team.path("id").asLong(),
                Fields.text(team, "node_id"),
                Fields.text(team, "slug"),
                Fields.text(team, "name"),
                Fields.textOrNull(team, "description"),
                Fields.numberOrNull(team.path("parent"), "id"),
                Fields.text(team, "html_url"),
                team.path("privacy").asText().equals("secret"));
    }
}
