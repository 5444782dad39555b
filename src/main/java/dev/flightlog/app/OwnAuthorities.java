package dev.flightlog.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificate authorities of the operator, in addition to those that Java knows: for a GHE.com address, or a proxy that
 * opens TLS, behind a company's CA. One PEM file, because the image has no tool to make Java's own kind of file.
 */
final class OwnAuthorities {
    static final String VARIABLE = "FLIGHTLOG_CA_FILE";

    private OwnAuthorities() {}

    /** What is wrong with the file, in one line. */
    static Optional<String> problem(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            return read(Path.of(file.strip())).isEmpty()
                    ? Optional.of(VARIABLE + " holds no certificate: it should be a file with certificates in PEM")
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(
                    VARIABLE + " cannot be read: it should be the path of a file with certificates in PEM that"
                            + " this user may read, but is \"" + file.strip() + "\"");
        } catch (GeneralSecurityException malformed) {
            return Optional.of(VARIABLE + " is wrong: it should be the path of a file with certificates in PEM, but \""
                    + file.strip() + "\" holds something else");
        }
    }

    /** Every connection that this process opens from now on trusts them too. */
    static void trust(@Nullable String file) throws IOException, GeneralSecurityException {
        if (file == null || file.isBlank()) {
            return;
        }
        List<Certificate> authorities = new ArrayList<>(List.of(known().getAcceptedIssuers()));
        authorities.addAll(read(Path.of(file.strip())));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int index = 0; index < authorities.size(); index++) {
            store.setCertificateEntry("authority-" + index, authorities.get(index));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store).getTrustManagers(), null);
        SSLContext.setDefault(context);
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static X509TrustManager known() throws GeneralSecurityException {
        return (X509TrustManager) managers(null).getTrustManagers()[0];
    }

    /** @param store null for those that Java knows */
    private static TrustManagerFactory managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
