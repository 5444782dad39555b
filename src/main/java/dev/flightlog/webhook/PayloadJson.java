package dev.flightlog.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the wanted fields of a payload; a missing or oversized one is a {@link MalformedEventException}. */
final class PayloadJson {
    private static final int MAX_TEXT_LENGTH = 1 << 20;
    /** Names, shas and refs become keys and are logged; only a comment's body may be long. */
    private static final int MAX_NAME_LENGTH = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .build())
            .build());

    private PayloadJson() {}

    static JsonNode read(byte[] payload) {
        try (JsonParser parser = new FilteringParserDelegate(
                JSON.getFactory().createParser(payload),
                new WantedFields(),
                TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH,
                true)) {
            JsonNode json = JSON.readTree(parser);
            return json == null ? MissingNode.getInstance() : json;
        } catch (IOException | NullPointerException malformed) {
            // Jackson's filter trips over an array inside an array where an object is expected.
            throw new MalformedEventException(
                    "unreadable payload: " + malformed.getClass().getSimpleName());
        }
    }

    static long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new MalformedEventException("no number at " + field);
        }
        return value.asLong();
    }

    static String text(JsonNode node, String field) {
        String value = textOrNull(node, field);
        if (value == null || value.length() > MAX_NAME_LENGTH) {
            throw new MalformedEventException("no text, or too long a one, at " + field);
        }
        return value;
    }

    static @Nullable String textOrNull(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    /** Null where there is none that can be read. */
    static @Nullable Instant instantOrNull(JsonNode node, String field) {
        String text = textOrNull(node, field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
