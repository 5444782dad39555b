package dev.flightlog.command.parse;

import dev.flightlog.command.parse.ParseResult.NotUnderstood;
import dev.flightlog.command.parse.ParseResult.Understood;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.text.EnglishText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives each word after a command's name to one of its arguments. */
final class ArgumentReader {
    private final CommandSpec entry;
    private final Map<Argument<?>, Object> values = new HashMap<>();
    private @Nullable NotUnderstood problem;

    private ArgumentReader(CommandSpec entry) {
        this.entry = entry;
    }

    static ParseResult read(CommandSpec entry, List<String> words) {
        ArgumentReader reader = new ArgumentReader(entry);
        words.forEach(reader::word);
        reader.missing();
        return reader.problem == null
                ? new Understood(entry, entry.make().apply(new ArgumentValues(reader.values)))
                : reader.problem;
    }

    private void word(String word) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            named(word.substring(0, equals), word.substring(equals + 1));
        } else {
            placed(word);
        }
    }

    private void named(String name, String value) {
        Optional<Argument<?>> argument = entry.arguments().stream()
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst();
        if (argument.isEmpty()) {
            List<String> names = entry.arguments().stream().map(Argument::name).toList();
            fail(
                    "`" + entry.name() + "` has no argument " + Markdown.code(name),
                    EnglishText.nearest(name, names).map(nearest -> entry.name() + " " + nearest + "=" + value));
        } else {
            put(argument.get(), value);
        }
    }

    /** The first argument that was not given yet. */
    private void placed(String value) {
        Optional<Argument<?>> next = entry.arguments().stream()
                .filter(argument -> !values.containsKey(argument))
                .findFirst();
        if (next.isEmpty()) {
            fail("`" + entry.name() + "` does not take " + Markdown.code(value), Optional.empty());
        } else {
            put(next.get(), value);
        }
    }

    private void put(Argument<?> argument, String value) {
        Optional<?> read = argument.form().apply(value);
        if (read.isEmpty()) {
            fail(Markdown.code(value.isEmpty() ? "=" : value) + " is not " + argument.expects(), Optional.empty());
        } else if (values.put(argument, read.get()) != null) {
            fail("`" + argument.name() + "` was given twice", Optional.empty());
        }
    }

    private void missing() {
        entry.arguments().stream()
                .filter(argument -> argument.required() && !values.containsKey(argument))
                .findFirst()
                .ifPresent(argument -> fail("`" + entry.name() + "` needs " + argument.expects(), Optional.empty()));
    }

    /** The first problem is the one that is told; without a better idea, how the command is written. */
    private void fail(String sentence, Optional<String> nearest) {
        if (problem == null) {
            problem = new NotUnderstood(sentence + ".", nearest.or(() -> Optional.of(entry.usage())));
        }
    }
}
