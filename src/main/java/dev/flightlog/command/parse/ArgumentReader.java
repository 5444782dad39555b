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
        for (int at = 0; at < words.size(); ) {
            at += reader.word(words, at);
        }
        reader.missing();
        return reader.problem == null
                ? new Understood(entry, entry.make().apply(new ArgumentValues(reader.values)))
                : reader.problem;
    }

    /** How many words it took. */
    private int word(List<String> words, int at) {
        String word = words.get(at);
        int equals = word.indexOf('=');
        return equals > 0
                ? named(word.substring(0, equals), word.substring(equals + 1), words, at)
                : placed(word, words, at);
    }

    private int named(String name, String value, List<String> words, int at) {
        Optional<Argument<?>> argument = entry.arguments().stream()
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst();
        if (argument.isEmpty()) {
            List<String> names = entry.arguments().stream().map(Argument::name).toList();
            fail(
                    "`" + entry.name() + "` has no argument " + Markdown.code(name),
                    EnglishText.nearest(name, names).map(nearest -> entry.name() + " " + nearest + "=" + value));
            return 1;
        }
        return put(argument.get(), value, words, at);
    }

    /** The first argument that was not given yet. */
    private int placed(String value, List<String> words, int at) {
        Optional<Argument<?>> next = entry.arguments().stream()
                .filter(argument -> !values.containsKey(argument))
                .findFirst();
        if (next.isEmpty()) {
            fail("`" + entry.name() + "` does not take " + Markdown.code(value), Optional.empty());
            return 1;
        }
        return put(next.get(), value, words, at);
    }

    private int put(Argument<?> argument, String value, List<String> words, int at) {
        return switch (argument.reach()) {
            case WORD -> {
                put(argument, value);
                yield 1;
            }
            case LINE -> {
                List<String> rest = words.subList(at + 1, words.size());
                put(argument, rest.isEmpty() ? value : value + " " + String.join(" ", rest));
                yield words.size() - at;
            }
        };
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

    /** The first problem is reported, with how the command is written. */
    private void fail(String sentence, Optional<String> nearest) {
        if (problem == null) {
            problem = new NotUnderstood(sentence + ".", nearest, Optional.of(entry.usage()));
        }
    }
}
