package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads the arrays by which a row's activity is broken down. Absent and null are the same as empty. */
final class BreakdownReader {
    private static final String COMPLETION = "code_completion";

    private final NameTable symbols;
    private final UnknownFields unknown;
    private final int completion;
    private final ExpectedFields[] expectedFields = {
        new ExpectedFields(), new ExpectedFields(), new ExpectedFields(), new ExpectedFields()
    };

    BreakdownReader(NameTable symbols, UnknownFields unknown) {
        this.symbols = symbols;
        this.unknown = unknown;
        this.completion = symbols.of(COMPLETION.toCharArray(), 0, COMPLETION.length());
    }

    void editors(JsonParser parser, UserDay row) throws IOException {
        read(parser, row, Dimension.EDITOR, "totals_by_ide", "ide");
    }

    void features(JsonParser parser, UserDay row) throws IOException {
        read(parser, row, Dimension.FEATURE, "totals_by_feature", "feature");
    }

    void languages(JsonParser parser, UserDay row) throws IOException {
        read(parser, row, Dimension.LANGUAGE, "totals_by_language_feature", "language");
    }

    void models(JsonParser parser, UserDay row) throws IOException {
        read(parser, row, Dimension.MODEL, "totals_by_model_feature", "model");
    }

    private void read(JsonParser parser, UserDay row, Dimension dimension, String array, String key)
            throws IOException {
        if (isNothing(parser, array, unknown)) {
            return;
        }
        while (nextEntry(parser, array, unknown)) {
            entry(parser, row, dimension, array, key);
        }
    }

    /** True for null, and for what is no array. */
    static boolean isNothing(JsonParser parser, String array, UnknownFields odd) throws IOException {
        return switch (parser.currentToken()) {
            case START_ARRAY -> false;
            case VALUE_NULL -> true;
            default -> {
                odd.odd(Values.wrong(array, "an array"));
                parser.skipChildren();
                yield true;
            }
        };
    }

    /** Goes to the next object of an array; what is none is left out. False at its end. */
    static boolean nextEntry(JsonParser parser, String array, UnknownFields odd) throws IOException {
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY) {
                return token == JsonToken.START_OBJECT;
            }
            odd.odd(Values.wrong(array, "an array of objects"));
            parser.skipChildren();
        }
    }

    private void entry(JsonParser parser, UserDay row, Dimension dimension, String array, String key)
            throws IOException {
        ExpectedFields expected = expectedFields[dimension.ordinal()];
        int start = row.nextEntry();
        long[] entry = row.entry;
        long sum = 0;
        expected.start();
        for (String field = expected.next(parser); field != null; field = expected.next(parser)) {
            parser.nextToken();
            switch (field) {
                case "user_initiated_interaction_count" ->
                    sum += entry[start + 2] = Values.count(parser, field, unknown);
                case "code_generation_activity_count" -> sum += entry[start + 3] = Values.count(parser, field, unknown);
                case "code_acceptance_activity_count" -> sum += entry[start + 4] = Values.count(parser, field, unknown);
                case "loc_suggested_to_add_sum" -> sum += entry[start + 5] = Values.count(parser, field, unknown);
                case "loc_added_sum" -> sum += entry[start + 6] = Values.count(parser, field, unknown);
                case "loc_deleted_sum" -> sum += entry[start + 7] = Values.count(parser, field, unknown);
                case "loc_suggested_to_delete_sum" -> Values.count(parser, field, unknown);
                default -> {
                    if (field.equals(key)) {
                        entry[start + 1] = symbol(parser, field);
                    } else {
                        other(parser, array, field);
                    }
                }
            }
        }
        entry[start] = dimension.ordinal();
        if (sum > 0) {
            row.entries++;
        }
        if (dimension == Dimension.FEATURE && entry[start + 1] == completion) {
            row.counters[Counter.COMPLETION_GENERATIONS.ordinal()] += entry[start + 3];
            row.counters[Counter.COMPLETION_ACCEPTANCES.ordinal()] += entry[start + 4];
        }
    }

    private int symbol(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return symbols.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        }
        String name = Values.name(parser, field, unknown);
        return symbols.of(name.toCharArray(), 0, name.length());
    }

    private void other(JsonParser parser, String array, String field) throws IOException {
        switch (field) {
            case "feature", "last_known_ide_version", "last_known_plugin_version" -> {}
            default -> unknown.add(array + "[].", field);
        }
        parser.skipChildren();
    }
}
