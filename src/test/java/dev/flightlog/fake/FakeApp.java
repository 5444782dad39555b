package dev.flightlog.fake;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registered GitHub App: its ids, keys, secret, and what it asks for. */
public record FakeApp(
        long id,
        String clientId,
        String slug,
        KeyPair keys,
        String webhookSecret,
        Map<String, String> permissions,
        List<String> events) {

    /** The permissions that the manifest asks for (github.md: Manifest). */
    private static final Map<String, String> PERMISSIONS = Map.of(
            "metadata", "read",
            "members", "read",
            "organization_copilot_seat_management", "read",
            "organization_copilot_metrics", "read",
            "issues", "write",
            "discussions", "write",
            "checks", "write",
            "contents", "read",
            "pull_requests", "read");

    private static final List<String> EVENTS = List.of(
            "membership",
            "organization",
            "team",
            "issue_comment",
            "discussion_comment",
            "issues",
            "discussion",
            "check_run",
            "check_suite",
            "pull_request",
            "push",
            "repository");

    /** How many bytes of a 2048-bit RSA key in PKCS#8 come before the PKCS#1 structure. */
    private static final int PKCS8_PREFIX = 26;

    public FakeApp {
        permissions = Map.copyOf(permissions);
        events = List.copyOf(events);
    }

    /** An App named flightlog with a 2048-bit RSA key, the same in all of this process: making one takes up to a second. */
    public static FakeApp generate() {
        return new FakeApp(
                424_242,
                "Iv23liFlightlogFake",
                "flightlog",
                Keys.SHARED,
                "a-webhook-secret-of-the-fake",
                PERMISSIONS,
                EVENTS);
    }

    /** The same App that also asks for one more permission. */
    public FakeApp asking(String permission, String level) {
        Map<String, String> more = new LinkedHashMap<>(permissions);
        more.put(permission, level);
        return new FakeApp(id, clientId, slug, keys, webhookSecret, more, events);
    }

    /** The secret of the App's OAuth client. */
    public String clientSecret() {
        return "client-secret-of-" + clientId + "-0123456789abcdef";
    }

    /** The private key as PKCS#8 PEM. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** The private key as PKCS#1 PEM, the form that GitHub gives out. */
    public String privateKeyPkcs1Pem() {
        byte[] pkcs8 = keys.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_PREFIX, pkcs8.length));
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Keys {
        static final KeyPair SHARED = rsa();
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + kind + "-----\n";
    }

    @Override
    public String toString() {
        return "FakeApp[" + slug + " " + id + "]";
    }
}
