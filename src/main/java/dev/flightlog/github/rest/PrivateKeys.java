package dev.flightlog.github.rest;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads the App's private key: PEM, PKCS#1 as GitHub gives it or PKCS#8 as tools convert it. */
public final class PrivateKeys {
    private PrivateKeys() {}

    /**
     * @param pem with real line breaks or with {@code \n} escapes; quotes around it are those of an environment file
     * @throws IllegalArgumentException if it is no RSA private key in PEM; the message shows nothing of the text
     */
    public static RSAPrivateKey read(String pem) {
        String text = pem.replace("\\n", "\n").replaceAll("^[\\s'\"]+|[\\s'\"]+$", "");
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            return rsa(privateKeyInfo(parser.readObject()));
        } catch (IOException | IllegalStateException unreadable) {
            throw notAKey();
        }
    }

    private static PrivateKeyInfo privateKeyInfo(@org.jspecify.annotations.Nullable Object parsed) {
        // Not a switch: the class that one over types is made of is not in the AOT cache.
        if (parsed instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (parsed instanceof PrivateKeyInfo info) {
            return info;
        }
        throw notAKey();
    }

    private static RSAPrivateKey rsa(PrivateKeyInfo info) throws IOException {
        PrivateKey key = new JcaPEMKeyConverter().getPrivateKey(info);
        if (key instanceof RSAPrivateKey rsa) {
            return rsa;
        }
        throw notAKey();
    }

    private static IllegalArgumentException notAKey() {
        return new IllegalArgumentException("not an RSA private key in PEM (PKCS#1 or PKCS#8, not encrypted)");
    }
}
