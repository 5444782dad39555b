package dev.flightlog.command;

import dev.flightlog.command.Parsed.NoCommand;
import dev.flightlog.command.Parsed.NotUnderstood;
import dev.flightlog.command.Parsed.Understood;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.policy.Words;
import java.util.List;
import java.util.Optional;

/** Reads commands. Takes whatever people write, and never throws. */
final class CommandParser {
    private static final Entry WITHOUT_WORDS = CommandRegistry.ALL.getFirst();

    private CommandParser() {}

    /** What a comment asks for. */
    static Parsed parse(String body, String prefix) {
        return CommandLine.find(body, prefix).map(CommandParser::line).orElseGet(NoCommand::new);
    }

    /** As {@link #parse}, for what {@link CommandLine#find} found: all that follows the prefix. */
    static Parsed line(String line) {
        if (line.length() > CommandLine.LONGEST) {
            return new NotUnderstood("A command has at most " + CommandLine.LONGEST + " characters.", Optional.empty());
        }
        List<String> words = List.of(line.strip().split(" +"));
        String name = words.getFirst();
        Optional<Entry> entry = name.isEmpty() ? Optional.of(WITHOUT_WORDS) : CommandRegistry.find(name);
        return entry.map(found -> ArgumentReader.read(found, words.subList(1, words.size())))
                .orElseGet(() -> unknown(name));
    }

    private static Parsed unknown(String name) {
        return new NotUnderstood(
                "There is no command " + Markdown.code(name) + ".", Words.nearest(name, CommandRegistry.names()));
    }

    /** The same words as {@link Understood}, for a log: the command's name, or nothing that a person wrote. */
    static String name(Parsed parsed) {
        return switch (parsed) {
            case Understood(Entry entry, Command _) -> entry.name();
            case NotUnderstood _ -> "unknown";
            case NoCommand _ -> "none";
        };
    }
}
