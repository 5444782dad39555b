package dev.flightlog.command;

import java.util.Optional;

/** What a comment says to Flightlog. */
sealed interface Parsed {
    /** Nothing. */
    record NoCommand() implements Parsed {}

    /** A command of the registry. */
    record Understood(Entry entry, Command command) implements Parsed {}

    /**
     * It starts like a command, but is none.
     *
     * @param problem one sentence of markdown, in which what was written stands as code
     * @param nearest what was probably meant, without the prefix
     */
    record NotUnderstood(String problem, Optional<String> nearest) implements Parsed {}
}
