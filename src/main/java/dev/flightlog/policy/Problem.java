package dev.flightlog.policy;

import java.util.Optional;

/**
 * Something wrong in a policy file, in words with which its author can correct it.
 *
 * @param path the key it is about, such as {@code seats.exempt[0].until}; empty for the file as a whole
 * @param found what was found there, shortened
 * @param message one plain sentence with what to write instead; may hold text from the file, so escape it in markdown
 * @param nearest the right key or value that looks most like what was found
 */
public record Problem(
        Severity severity, Span span, String path, String found, String message, Optional<String> nearest) {
    /** Whether it stops the file from being used. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Line of the file, from 1. */
    public int line() {
        return span.line();
    }

    /** First column, from 1. */
    public int column() {
        return span.column();
    }

    /** Last column on the same line, from 1. */
    public int endColumn() {
        return span.endColumn();
    }

    /** "12:3 error: …", as compilers say it. */
    public String describe() {
        String word = severity == Severity.ERROR ? "error" : "warning";
        return line() + ":" + column() + " " + word + ": " + message;
    }
}
