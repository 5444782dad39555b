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

/** Checks whether a body is from GitHub: HMAC-SHA256 over the raw bytes, compared in constant time. */
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

    /** A check of one body, whose bytes are given as they arrive. */
    Check check(@Nullable String header) {
        return new Check(wellFormed(header) ? hex(String.valueOf(header).substring(PREFIX.length())) : new byte[0]);
    }

    /** @param header the value of {@code X-Hub-Signature-256} */
    boolean signs(@Nullable String header, byte[] body) {
        Check check = check(header);
        check.update(body, body.length);
        return check.matches();
    }

    /** HMACs over the bytes so far, one for each secret that is accepted. */
    final class Check {
        private final byte[] claimed;
        private final List<Mac> macs = keys.stream().map(WebhookSignature::mac).toList();

        private Check(byte[] claimed) {
            this.claimed = claimed;
        }

        void update(byte[] bytes, int length) {
            macs.forEach(mac -> mac.update(bytes, 0, length));
        }

        /** To be asked once, after the last byte. Compares in constant time. */
        boolean matches() {
            boolean signed = false;
            for (Mac mac : macs) {
                signed |= MessageDigest.isEqual(mac.doFinal(), claimed);
            }
            return signed;
        }
    }

    /** An empty array, which equals no digest, for anything that is not hexadecimal. */
    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException notHexadecimal) {
            return new byte[0];
        }
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[secret=***]";
    }
}
