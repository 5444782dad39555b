package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the few rows that are kept whole. */
final class Trees {
    static final JsonMapper JSON = JsonMapper.builder(ReportReader.JSON)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final long LARGEST = 1_000_000_000;

    private Trees() {}

    static JsonNode read(JsonParser parser) throws IOException {
        return JSON.readTree(parser);
    }

    /** As {@code jsonb} takes it: that knows no NUL. */
    static String text(JsonNode node) {
        String text = node.toString();
        return text.contains("\\u0000") ? withoutNul(text) : text;
    }

    /** An escaped backslash before {@code u0000} is no NUL, so escapes are stepped over in pairs. */
    private static String withoutNul(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            if (text.startsWith("\\u0000", index)) {
                clean.append("\\uFFFD");
                index += 5;
            } else if (text.charAt(index) == '\\') {
                clean.append(text, index, index + 2);
                index++;
            } else {
                clean.append(text.charAt(index));
            }
        }
        return clean.toString();
    }

    /** 0 where it is absent or null. */
    static int number(JsonNode node, String field) {
        Integer number = numberOrNull(node, field);
        return number == null ? 0 : number;
    }

    /** Null too for what is no number from 0 to 10^9. */
    static @Nullable Integer numberOrNull(JsonNode node, String field) {
        if (!node.hasNonNull(field)) {
            return null;
        }
        double number = node.get(field).asDouble(-1);
        return number >= 0 && number <= LARGEST ? (int) number : null;
    }

    static @Nullable Double real(JsonNode node, String field) {
        if (!node.hasNonNull(field)) {
            return null;
        }
        double number = node.get(field).asDouble(Double.NaN);
        return Double.isFinite(number) ? number : null;
    }
}
