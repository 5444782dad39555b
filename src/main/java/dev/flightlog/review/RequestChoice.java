package dev.flightlog.review;

/** Which request for a seat somebody means. */
public sealed interface RequestChoice {
    /** The last one of this person, in any case of letters. */
    record OfPerson(String login) implements RequestChoice {}

    /** The one with this number, which names nobody. */
    record Numbered(int number) implements RequestChoice {}
}
