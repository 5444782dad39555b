package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A webhook that is ready to be sent, with the odd ways of sending that a test may want. */
public record Webhook(
        String event,
        String guid,
        JsonNode payload,
        Encoding encoding,
        boolean wrongSignature,
        Map<String, String> headers) {
    /** How the payload travels. */
    public enum Encoding {
        JSON,
        FORM
    }

    public static Webhook of(String event, JsonNode payload) {
        return new Webhook(event, UUID.randomUUID().toString(), payload, Encoding.JSON, false, Map.of());
    }

    /** The same with a given delivery GUID. */
    public Webhook withGuid(String newGuid) {
        return new Webhook(event, newGuid, payload, encoding, wrongSignature, headers);
    }

    public Webhook asForm() {
        return new Webhook(event, guid, payload, Encoding.FORM, wrongSignature, headers);
    }

    public Webhook signedWrongly() {
        return new Webhook(event, guid, payload, encoding, true, headers);
    }

    /** The same with one more header, or another value for a usual one; an empty value leaves the header out. */
    public Webhook withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Webhook(event, guid, payload, encoding, wrongSignature, more);
    }

    byte[] body() {
        byte[] json = Json.bytes(payload);
        return switch (encoding) {
            case JSON -> json;
            case FORM ->
                ("payload=" + URLEncoder.encode(new String(json, StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.US_ASCII);
        };
    }

    String contentType() {
        return switch (encoding) {
            case JSON -> "application/json";
            case FORM -> "application/x-www-form-urlencoded";
        };
    }
}
