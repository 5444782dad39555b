package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the field names of objects that look alike. Names come in the same order object after object, and comparing
 * with the expected one is much cheaper than decoding and looking up each.
 */
final class ExpectedFields {
    /** More fields than any row has. */
    private static final int MOST = 200;

    private final List<SerializedString> names = new ArrayList<>();
    private int position;

    /** Call at an object's opening brace. */
    void start() {
        position = 0;
    }

    /** As {@link JsonParser#nextFieldName()}: null at the object's end. */
    @Nullable
    String next(JsonParser parser) throws IOException {
        if (position < names.size()) {
            SerializedString expected = names.get(position);
            if (parser.nextFieldName(expected)) {
                position++;
                return expected.getValue();
            }
            return parser.currentToken() == JsonToken.FIELD_NAME ? learn(parser.currentName()) : null;
        }
        String name = parser.nextFieldName();
        return name == null ? null : learn(name);
    }

    /** Skips expected names that this object lacks; an unknown name is inserted at its position. */
    private String learn(String name) {
        for (int later = position; later < names.size(); later++) {
            if (names.get(later).getValue().equals(name)) {
                position = later + 1;
                return name;
            }
        }
        if (names.size() < MOST) {
            names.add(position++, new SerializedString(name));
        }
        return name;
    }
}
