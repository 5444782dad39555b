package dev.flightlog.digest;

import java.time.Duration;

/** What became of a digest that was sent. */
sealed interface ChatAnswer {
    /** The chat took it. */
    record Taken() implements ChatAnswer {}

    /** The chat did not take it and says that it will; {@code after} as it asks, else zero. */
    record Later(int status, Duration after) implements ChatAnswer {}

    /** Nothing was sent: no connection came about. */
    record NotReached(String why) implements ChatAnswer {}

    /**
     * The chat does not take it until a person changes something.
     *
     * @param said the chat's own word for it, such as {@code no_service}; empty where it gives none
     */
    record Refused(int status, String said) implements ChatAnswer {}

    /** It was sent, and whether the chat shows it is not known. Sending it again might show it twice. */
    record Unknown(String why) implements ChatAnswer {}
}
