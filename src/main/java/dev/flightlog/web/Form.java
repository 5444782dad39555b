package dev.flightlog.web;

import java.util.List;
import java.util.Map;

/**
 * A button that changes something, with what it sends.
 *
 * @param action path that it is sent to
 * @param csrf the session's token
 * @param hidden what it sends beside what people write; {@code once} in it distinguishes two clicks from one sent twice
 * @param fields what people may write
 * @param button words on the button
 * @param label the button's full name for screen readers
 * @param style class of the button beside {@code button}; may be empty
 */
public record Form(
        String action,
        String csrf,
        Map<String, String> hidden,
        List<Field> fields,
        String button,
        String label,
        String style) {
    public Form {
        hidden = Map.copyOf(hidden);
        fields = List.copyOf(fields);
    }

    /** A line of text that may stay empty. */
    public record Field(String name, String label, int longest) {}
}
