package dev.flightlog.session;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The form of an access token: {@code flp_}, 36 random letters and digits (214 bits), and six that are a checksum, so that
 * secret scanners know one when they see one.
 *
 * @see <a href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/">GitHub on
 *     the form of tokens</a>
 */
final class TokenText {
    static final String PREFIX = "flp_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 36;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("flp_[0-9A-Za-z]{42}");

    private TokenText() {}

    static String random() {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int index = 0; index < RANDOM_LENGTH; index++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text + checksum(text.toString());
    }

    /** Whether the text is a token at all: a typing mistake is known without asking the database. */
    static boolean wellFormed(String text) {
        return FORM.matcher(text).matches()
                && text.endsWith(checksum(text.substring(0, text.length() - CHECKSUM_LENGTH)));
    }

    /** CRC-32 in base 62, with zeros before it. */
    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        BigInteger rest = BigInteger.valueOf(crc.getValue());
        StringBuilder digits = new StringBuilder();
        for (int index = 0; index < CHECKSUM_LENGTH; index++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(ALPHABET.length()));
            digits.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.reverse().toString();
    }
}
