package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a webhook.
 *
 * @param duration seconds
 * @param status {@code OK}, or what went wrong in words
 * @param statusCode HTTP status, 0 when there was no answer
 */
public record Delivery(
        long id,
        String guid,
        Instant deliveredAt,
        boolean redelivery,
        double duration,
        String status,
        int statusCode,
        String event,
        @Nullable String action,
        @Nullable Long installationId,
        @Nullable Long repositoryId,
        String url,
        Map<String, String> requestHeaders,
        JsonNode payload,
        Map<String, String> responseHeaders,
        String responseBody) {

    /** True when the receiver answered with 2xx. */
    public boolean ok() {
        return status.equals("OK");
    }
}
