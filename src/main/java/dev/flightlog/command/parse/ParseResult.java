package dev.flightlog.command.parse;

import java.util.Optional;

/** What a comment says to Flightlog. */
public sealed interface ParseResult {
    /** Nothing. */
    record NoCommand() implements ParseResult {}

    /** A command of the registry. */
    record Understood(CommandSpec entry, Command command) implements ParseResult {}

    /**
     * It starts like a command, but is none.
     *
     * @param problem one sentence of markdown that quotes the input as code
     * @param nearest what was probably meant, without the prefix
     * @param usage how the command is written, without the prefix; nothing where there is no such command
     */
    record NotUnderstood(String problem, Optional<String> nearest, Optional<String> usage) implements ParseResult {}
}
