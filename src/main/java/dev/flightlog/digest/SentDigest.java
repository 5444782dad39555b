package dev.flightlog.digest;

import dev.flightlog.calendar.IsoWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a week's digest.
 *
 * @param attempts how often it was sent, or should have been
 * @param address fingerprint of the address it was for
 * @param claimedAt when the last attempt began
 * @param notBefore when it is sent again; null unless it waits
 * @param detail in words, without the address; empty when all is well
 */
record SentDigest(
        IsoWeek week,
        State state,
        int attempts,
        ChatKind chat,
        String address,
        Instant claimedAt,
        @Nullable Instant notBefore,
        String detail) {
    /** How far it is. */
    enum State {
        /** Somebody is sending it, or was when the process ended. */
        SENDING,
        /** The chat took it. */
        SENT,
        /** It certainly did not arrive, and is sent again. */
        WAITING,
        /** It was not taken, and is sent again only to another address; the detail says what a person can do. */
        REFUSED,
        /** It was sent and no answer came: it is not sent again. */
        UNKNOWN,
        /** It waited until a newer week was due: it is not sent any more. */
        OVERTAKEN
    }
}
