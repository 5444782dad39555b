package dev.flightlog.command.parse;

import java.util.Optional;
import java.util.function.Function;

/**
 * One argument of a command: given by its place, or as {@code name=value}.
 *
 * @param shown how help writes it, such as {@code [since=2026-10-01]}
 * @param expects what a right value looks like, for people
 * @param form reads a value; nothing for a wrong one
 */
public record Argument<T>(
        String name, boolean required, Reach reach, String shown, String expects, Function<String, Optional<T>> form) {
    /** How much of the line belongs to it. */
    enum Reach {
        WORD,
        /** All that follows. */
        LINE
    }

    static <T> Argument<T> optional(String name, String shown, String expects, Function<String, Optional<T>> form) {
        return new Argument<>(name, false, Reach.WORD, "[" + shown + "]", expects, form);
    }

    static <T> Argument<T> required(String name, String shown, String expects, Function<String, Optional<T>> form) {
        return new Argument<>(name, true, Reach.WORD, "<" + shown + ">", expects, form);
    }

    /** This one, but it takes all that follows, with the spaces. */
    Argument<T> toTheEnd() {
        return new Argument<>(name, required, Reach.LINE, shown, expects, form);
    }
}
