package dev.flightlog.digest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The webhook of a chat. Whoever knows the URL can post there, so nothing but the request ever shows it. */
public record DigestAddress(ChatKind kind, URI url) {
    /** Tells a new address from the old one without keeping either: SHA-256 of the URL, in hex. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(url.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @Override
    public String toString() {
        return "DigestAddress[kind=" + kind + ", url=***]";
    }
}
