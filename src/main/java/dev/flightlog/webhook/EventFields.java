package dev.flightlog.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What many payloads have in common. */
final class EventFields {
    private EventFields() {}

    /** Where it happened. */
    static Origin origin(JsonNode json) {
        JsonNode repository = json.path("repository");
        JsonNode organization = json.has("organization") ? json.path("organization") : repository.path("owner");
        if (organization.isMissingNode()) {
            organization = json.path("installation").path("account");
        }
        return new Origin(
                PayloadJson.number(organization, "id"),
                PayloadJson.text(organization, "login"),
                json.path("installation").path("id").asLong(),
                repository.path("id").asLong(),
                PayloadJson.textOrNull(repository, "name"));
    }

    /** GitHub's id of who caused the event; null where it names nobody. */
    static @Nullable Long senderId(JsonNode json) {
        Actor sender = actorOrNull(json.path("sender"));
        return sender == null ? null : sender.id();
    }

    /** Null where the account is gone. */
    static @Nullable Actor actorOrNull(JsonNode user) {
        return user.hasNonNull("id") && user.hasNonNull("login")
                ? new Actor(
                        PayloadJson.number(user, "id"),
                        PayloadJson.text(user, "login"),
                        !user.path("type").asText("User").equals("Bot"))
                : null;
    }
}
