package dev.flightlog.session;

import java.time.Instant;

/**
 * A session as it is stored.
 *
 * @param seenAt last request, to within five minutes
 * @param userAgent what the browser called itself at sign-in
 */
public record Session(
        SessionHash hash,
        long personId,
        String login,
        Instant startedAt,
        Instant seenAt,
        Instant expiresAt,
        String userAgent) {}
