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
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expectArray(parser, array);
        while (nextEntry(parser, array)) {
            entry(parser, row, dimension, array, key);
        }
    }

    static void expectArray(JsonParser parser, String array) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Values.wrong(array, "an array");
        }
    }

    static boolean nextEntry(JsonParser parser, String array) throws IOException {
        return switch (parser.nextToken()) {
            case START_OBJECT -> true;
            case END_ARRAY -> false;
            default -> throw Values.wrong(array, "an array of objects");
        };
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
                case "user_initiated_interaction_count" -> sum += entry[start + 2] = Values.count(parser, field);
                case "code_generation_activity_count" -> sum += entry[start + 3] = Values.count(parser, field);
                case "code_acceptance_activity_count" -> sum += entry[start + 4] = Values.count(parser, field);
                case "loc_suggested_to_add_sum" -> sum += entry[start + 5] = Values.count(parser, field);
                case "loc_added_sum" -> sum += entry[start + 6] = Values.count(parser, field);
                case "loc_deleted_sum" -> sum += entry[start + 7] = Values.count(parser, field);
                case "loc_suggested_to_delete_sum" -> Values.count(parser, field);
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
        String name = Values.name(parser, field);
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
