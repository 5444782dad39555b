package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the value at the parser's position: null counts as absent, and a number may be written as text. */
final class Values {
    /** More than any counter of a day can be, and small enough that sums over an organization stay a long. */
    private static final long MOST = 1_000_000_000_000L;

    private static final int CREDIT_FRACTIONS = 10_000;
    private static final int MAX_NAME_LENGTH = 200;
    private static final int DATE_LENGTH = 10;

    private Values() {}

    /** A counter: 0 for null, and for what is none. */
    static long count(JsonParser parser, String field, UnknownFields odd) throws IOException {
        try {
            return count(parser, field);
        } catch (InvalidReportException value) {
            odd.odd(value);
            parser.skipChildren();
            return 0;
        }
    }

    /** A counter: 0 for null. */
    static long count(JsonParser parser, String field) throws IOException {
        long count = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> whole(parser, field);
            case VALUE_NULL -> 0;
            case VALUE_NUMBER_FLOAT, VALUE_STRING -> (long) real(parser, field);
            default -> throw wrong(field, "a number");
        };
        if (count < 0 || count > MOST) {
            throw wrong(field, "between 0 and 10^12");
        }
        return count;
    }

    /** GitHub's id of something: never null, never 0. */
    static long id(JsonParser parser, String field) throws IOException {
        long id = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> whole(parser, field);
            case VALUE_STRING -> number(parser.getText(), field);
            default -> throw wrong(field, "an id");
        };
        if (id <= 0) {
            throw wrong(field, "an id above 0");
        }
        return id;
    }

    /** As {@link #credits(JsonParser, String)}; 0 for what is none. */
    static long credits(JsonParser parser, String field, UnknownFields odd) throws IOException {
        try {
            return credits(parser, field);
        } catch (InvalidReportException value) {
            odd.odd(value);
            parser.skipChildren();
            return 0;
        }
    }

    /** As {@link #flag(JsonParser, String)}; false for what is none. */
    static boolean flag(JsonParser parser, String field, UnknownFields odd) throws IOException {
        try {
            return flag(parser, field);
        } catch (InvalidReportException value) {
            odd.odd(value);
            parser.skipChildren();
            return false;
        }
    }

    /** As {@link #name(JsonParser, String)}; empty for what is none. */
    static String name(JsonParser parser, String field, UnknownFields odd) throws IOException {
        try {
            return name(parser, field);
        } catch (InvalidReportException value) {
            odd.odd(value);
            parser.skipChildren();
            return "";
        }
    }

    /** AI credits in ten-thousandths: 0 for null. */
    static long credits(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return 0;
        }
        double credits = real(parser, field);
        if (!(credits >= 0 && credits < 1e8)) {
            throw wrong(field, "between 0 and 10^8");
        }
        return Math.round(credits * CREDIT_FRACTIONS);
    }

    /** False for null. */
    static boolean flag(JsonParser parser, String field) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw wrong(field, "true or false");
        };
    }

    static LocalDate day(JsonParser parser, String field) throws IOException {
        return day(name(parser, field), field);
    }

    static LocalDate day(@Nullable String text, String field) {
        try {
            return LocalDate.parse(text == null ? "" : date(text));
        } catch (DateTimeParseException unreadable) {
            throw wrong(field, "a day such as 2026-11-16");
        }
    }

    /** A name: empty for null, never longer than 200 characters, without control characters. */
    static String name(JsonParser parser, String field) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> clean(parser.getText());
            case VALUE_NULL -> "";
            default -> throw wrong(field, "a text");
        };
    }

    /** As Postgres can store it: no NUL and no half of a surrogate pair. */
    static String clean(String text) {
        String shorter = text.length() > MAX_NAME_LENGTH ? text.substring(0, MAX_NAME_LENGTH) : text;
        for (int index = 0; index < shorter.length(); index++) {
            char letter = shorter.charAt(index);
            if (letter < ' ' || Character.isSurrogate(letter)) {
                return shorter.codePoints()
                        .map(point -> point < ' ' || (point >= 0xD800 && point <= 0xDFFF) ? '\uFFFD' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return shorter;
    }

    private static String date(String text) {
        boolean withTime =
                text.length() > DATE_LENGTH && (text.charAt(DATE_LENGTH) == 'T' || text.charAt(DATE_LENGTH) == ' ');
        return withTime ? text.substring(0, DATE_LENGTH) : text;
    }

    private static long whole(JsonParser parser, String field) throws IOException {
        try {
            return parser.getLongValue();
        } catch (InputCoercionException tooLarge) {
            throw wrong(field, "a number of at most 19 digits");
        }
    }

    private static double real(JsonParser parser, String field) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> {
                try {
                    yield Double.parseDouble(parser.getText());
                } catch (NumberFormatException unreadable) {
                    throw wrong(field, "a number");
                }
            }
            default -> throw wrong(field, "a number");
        };
    }

    private static long number(String text, String field) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException unreadable) {
            throw wrong(field, "an id");
        }
    }

    static InvalidReportException wrong(String field, String expected) {
        return new InvalidReportException(field + " must be " + expected);
    }
}
