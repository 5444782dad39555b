package dev.flightlog.policy;

import dev.flightlog.text.EnglishText;
import java.util.List;

/** A part of the file and its position. */
sealed interface YamlNode {
    Span span();

    /** The value in words for people. */
    String found();

    /** A single value; {@code kind} is what YAML 1.2 makes of it. */
    record Scalar(String value, Kind kind, Span span) implements YamlNode {
        @Override
        public String found() {
            return kind == Kind.NOTHING ? "nothing" : EnglishText.shorten(value);
        }
    }

    /** What a single value is. */
    enum Kind {
        TEXT,
        WHOLE_NUMBER,
        DECIMAL,
        FLAG,
        NOTHING
    }

    record Sequence(List<YamlNode> items, Span span) implements YamlNode {
        @Override
        public String found() {
            return "a list";
        }
    }

    record Mapping(List<Entry> entries, Span span) implements YamlNode {
        @Override
        public String found() {
            return "keys and values";
        }
    }

    /** One key of a mapping with its value. */
    record Entry(YamlNode key, YamlNode value) {}

    /** Something already reported, such as an alias. */
    record Refused(Span span) implements YamlNode {
        @Override
        public String found() {
            return "";
        }
    }
}
