package dev.flightlog.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A name and what it is; {@code day} in place of the value where it is a day. */
public record Fact(String name, String value, @Nullable LocalDate day) {
    /** A name and its value. */
    public static Fact of(String name, String value) {
        return new Fact(name, value, null);
    }

    /** "–" where the day is not known. */
    public static Fact day(String name, @Nullable LocalDate day) {
        return new Fact(name, "–", day);
    }
}
