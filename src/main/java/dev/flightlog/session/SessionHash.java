package dev.flightlog.session;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Names a session without opening it.
 *
 * @param hex SHA-256 of the session id, 64 hexadecimal digits
 */
public record SessionHash(String hex) {
    public SessionHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not the SHA-256 of a session id");
        }
    }

    static SessionHash ofId(String id) {
        return of(Secret.hash(id));
    }

    static SessionHash of(byte[] hash) {
        return new SessionHash(HexFormat.of().formatHex(hash));
    }

    /** From the field of a form; empty for any other text. */
    public static Optional<SessionHash> parse(String hex) {
        return hex.matches("[0-9a-f]{64}") ? Optional.of(new SessionHash(hex)) : Optional.empty();
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
