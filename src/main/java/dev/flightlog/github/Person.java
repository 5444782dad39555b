package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;

/** An account; the id stays when the login changes. */
public record Person(long id, String login) {
    static Person of(JsonNode user) {
        return new Person(user.path("id").asLong(), Fields.text(user, "login"));
    }
}
