package dev.flightlog.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token as it is stored.
 *
 * @param organizationId the one organization that it reads
 * @param hash names the token without opening anything: 64 hexadecimal digits
 * @param lastUsedAt to within a minute; null for never
 * @param revokedAt null while it is not revoked
 */
public record AccessToken(
        long organizationId,
        String hash,
        long personId,
        String login,
        String name,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    /** Whether it opens the API at that moment. */
    public boolean live(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
