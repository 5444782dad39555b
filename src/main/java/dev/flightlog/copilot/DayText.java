package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the {@code day} of rows. The same few come again and again: they are remembered by their letters. */
final class DayText {
    private static final int REMEMBERED = 64;
    private static final int LENGTH = 10;

    private final char[][] texts = new char[REMEMBERED][];
    private final @Nullable LocalDate[] days = new LocalDate[REMEMBERED];

    /** Null for null. */
    @Nullable
    LocalDate read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() != LENGTH) {
            return Values.day(parser, "day");
        }
        char[] text = parser.getTextCharacters();
        int start = parser.getTextOffset();
        // Days of two months differ in these.
        int slot = (text[start + LENGTH - 1] + 10 * text[start + LENGTH - 2] + 32 * text[start + 6]) & (REMEMBERED - 1);
        char[] known = texts[slot];
        if (known == null || !Arrays.equals(known, 0, LENGTH, text, start, start + LENGTH)) {
            days[slot] = Values.day(parser, "day");
            texts[slot] = Arrays.copyOfRange(text, start, start + LENGTH);
        }
        return days[slot];
    }
}
