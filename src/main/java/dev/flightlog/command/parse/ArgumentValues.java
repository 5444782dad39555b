package dev.flightlog.command.parse;

import java.util.Map;
import java.util.Optional;

/** Arguments as they were given, each in its form. */
final class ArgumentValues {
    private final Map<Argument<?>, Object> values;

    ArgumentValues(Map<Argument<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Nothing for an argument that was left out. */
    @SuppressWarnings("unchecked") // values are what the argument's own form made
    <T> Optional<T> get(Argument<T> argument) {
        return Optional.ofNullable((T) values.get(argument));
    }

    /** @throws IllegalStateException if it is missing, which the parser has ruled out */
    <T> T need(Argument<T> argument) {
        return get(argument).orElseThrow(() -> new IllegalStateException(argument.name() + " is missing"));
    }
}
