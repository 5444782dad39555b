package dev.flightlog.command.parse;

import dev.flightlog.command.parse.ParseResult.NoCommand;
import dev.flightlog.command.parse.ParseResult.NotUnderstood;
import dev.flightlog.command.parse.ParseResult.Understood;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.text.EnglishText;
import java.util.List;
import java.util.Optional;

/** Reads commands. Takes whatever people write, and never throws. */
public final class CommandParser {
    private static final CommandSpec WITHOUT_WORDS = CommandRegistry.ALL.getFirst();

    private CommandParser() {}

    /** What a comment asks for. */
    static ParseResult parse(String body, String prefix) {
        return CommandLine.find(body, prefix).map(CommandParser::line).orElseGet(NoCommand::new);
    }

    /** As {@link #parse}, for what {@link CommandLine#find} found: all that follows the prefix. */
    public static ParseResult line(String line) {
        if (line.length() > CommandLine.LONGEST) {
            return new NotUnderstood(
                    "A command has at most " + CommandLine.LONGEST + " characters.",
                    Optional.empty(),
                    Optional.empty());
        }
        List<String> words = List.of(line.strip().split(" +"));
        String name = CommandLine.withoutClosingMark(words.getFirst());
        Optional<CommandSpec> entry = name.isEmpty() ? Optional.of(WITHOUT_WORDS) : CommandRegistry.find(name);
        return entry.map(found -> ArgumentReader.read(found, words.subList(1, words.size())))
                .orElseGet(() -> unknown(name));
    }

    private static ParseResult unknown(String name) {
        return new NotUnderstood(
                "There is no command " + Markdown.code(name) + ".",
                EnglishText.nearest(name, CommandRegistry.names()),
                Optional.empty());
    }

    /** The same words as {@link Understood}, for a log: the command's name, or nothing that a person wrote. */
    public static String name(ParseResult parsed) {
        return switch (parsed) {
            case Understood(CommandSpec entry, Command _) -> entry.name();
            case NotUnderstood _ -> "unknown";
            case NoCommand _ -> "none";
        };
    }
}
