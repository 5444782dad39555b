package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells whether a body is from GitHub: HMAC-SHA256 over the raw bytes, compared in constant time (FACTS §10). */
@Singleton
class WebhookSignature {
    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    WebhookSignature(WebhookConfiguration configuration) {
        this.keys = Stream.of(configuration.webhookSecret(), configuration.webhookSecretPrevious())
                .flatMap(Stream::ofNullable)
                // GitHub's form holds one line; a file's last line break easily becomes part of a variable.
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /** False for what can sign nothing, whatever the body is: then there is no need to read it. */
    static boolean wellFormed(@Nullable String header) {
        return header != null && header.startsWith(PREFIX) && hex(header.substring(PREFIX.length())).length == 32;
    }

    /** @param header the value of {@code X-Hub-Signature-256} */
    boolean signs(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        byte[] claimed = hex(header.substring(PREFIX.length()));
        boolean signed = false;
        for (SecretKeySpec key : keys) {
            signed |= MessageDigest.isEqual(hmac(key, body), claimed);
        }
        return signed;
    }

    /** An empty array, which equals no digest, for anything that is not hexadecimal. */
    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException notHexadecimal) {
            return new byte[0];
        }
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[secret=***]";
    }
}
