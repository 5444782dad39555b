package dev.flightlog.command.parse;

/** Which request for a seat is meant. */
public sealed interface WhoseRequest {
    record OfPerson(String login) implements WhoseRequest {}

    /** By the request's number, which names nobody. */
    record Numbered(int number) implements WhoseRequest {}
}
