package dev.flightlog.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final String SECRET = "it is no secret";

    private final WebhookSignature signature = new WebhookSignature(new WebhookConfiguration(SECRET, null));

    /** The example of GitHub's documentation. */
    @Test
    void signsWhatGitHubSigns() {
        WebhookSignature documented =
                new WebhookSignature(new WebhookConfiguration("It's a Secret to Everybody", null));

        assertThat(documented.signs(
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                        "Hello, World!".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Property
    void aRightOneIsAcceptedUnderBothSecretsOfARotation(
            @ForAll byte[] body, @ForAll("secrets") String old, @ForAll("secrets") String fresh) {
        WebhookSignature both = new WebhookSignature(new WebhookConfiguration("\n" + fresh + " ", old + "\r\n"));

        assertThat(both.signs(sign(old, body), body)).isTrue();
        assertThat(both.signs(sign(fresh, body), body)).isTrue();
    }

    /** What GitHub's form holds: one line without white space around it. */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().map(String::strip).filter(secret -> !secret.isEmpty());
    }

    @Property
    void oneChangedBitOfTheBodyIsRefused(@ForAll @Size(min = 1, max = 2_000) byte[] body, @ForAll @IntRange int bit) {
        String right = sign(SECRET, body);
        byte[] changed = body.clone();
        changed[(bit & Integer.MAX_VALUE) / 8 % body.length] ^= (byte) (1 << (bit & 7));

        assertThat(signature.signs(right, changed)).isFalse();
    }

    @Property
    void oneChangedDigitOfTheSignatureIsRefused(
            @ForAll byte[] body,
            @ForAll @IntRange(max = 63) int digit,
            @ForAll @IntRange(min = 1, max = 15) int change) {
        StringBuilder header = new StringBuilder(sign(SECRET, body));
        int at = "sha256=".length() + digit;
        header.setCharAt(at, Character.forDigit(Character.digit(header.charAt(at), 16) ^ change, 16));

        assertThat(WebhookSignature.wellFormed(header.toString())).isTrue();
        assertThat(signature.signs(header.toString(), body)).isFalse();
    }

    @Property
    void anyTextIsRefusedWithoutAnException(@ForAll String header, @ForAll byte[] body) {
        assertThat(signature.signs(header, body)).isFalse();
        assertThat(signature.signs("sha256=" + header, body)).isFalse();
    }

    @Property
    void noBodyIsReadForWhatCanSignNothing(@ForAll String header) {
        assertThat(WebhookSignature.wellFormed(header)).isFalse();
        assertThat(WebhookSignature.wellFormed("sha256=" + header)).isEqualTo(header.matches("[0-9a-fA-F]{64}"));
    }

    private static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
