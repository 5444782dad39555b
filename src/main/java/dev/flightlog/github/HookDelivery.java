package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of GitHub's to deliver a webhook event.
 *
 * @param id of this attempt
 * @param guid the same for every attempt to deliver one event
 * @param status {@code OK}, or in words what went wrong
 * @param statusCode what we answered; 0 where nothing came back
 */
public record HookDelivery(
        long id,
        String guid,
        Instant deliveredAt,
        boolean redelivery,
        String status,
        int statusCode,
        String event,
        @Nullable String action,
        @Nullable Long installationId) {

    /** False also for time-outs, which GitHub's own filter misses (github.md: Delivery log). */
    public boolean arrived() {
        return status.equals("OK");
    }

    static HookDelivery of(JsonNode delivery) {
        Instant deliveredAt = Fields.instantOrNull(delivery, "delivered_at");
        return new HookDelivery(
                delivery.path("id").asLong(),
                Fields.text(delivery, "guid"),
                deliveredAt == null ? Instant.EPOCH : deliveredAt,
                delivery.path("redelivery").asBoolean(),
                Fields.text(delivery, "status"),
                delivery.path("status_code").asInt(),
                Fields.text(delivery, "event"),
                Fields.textOrNull(delivery, "action"),
                Fields.numberOrNull(delivery, "installation_id"));
    }
}
