package dev.flightlog.github.rest;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fields of GitHub's answers; null in JSON, an absent field and null in Java are one. */
public final class Fields {
    private Fields() {}

    public static String text(JsonNode object, String field) {
        return withoutNul(object.path(field).asText(""));
    }

    static @Nullable public String textOrNull(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isMissingNode() || value.isNull() ? null : withoutNul(value.asText());
    }

    static @Nullable public Long numberOrNull(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isNumber() ? value.asLong() : null;
    }

    /** Any offset: some of GitHub's dates are not in UTC (github.md: Seats). */
    static @Nullable public Instant instantOrNull(JsonNode object, String field) {
        String value = textOrNull(object, field);
        return value == null ? null : ITU.parseLenient(value).toInstant();
    }

    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return Map.copyOf(texts);
    }

    /** Postgres takes no NUL, and one in a team's name is no reason to read no team. */
    private static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
