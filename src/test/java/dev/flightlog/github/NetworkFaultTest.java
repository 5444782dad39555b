package dev.flightlog.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.github.rest.Clients;
import dev.flightlog.github.rest.ScriptedGitHub;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** "No answer" has a reason that its reader can act on. */
class NetworkFaultTest {
    private static final String SECRET = "https://reports.example.com/file?sig=s3cret";

    @ParameterizedTest
    @MethodSource
    void namesTheReasonAndQuotesNothing(Throwable broken, String words) {
        assertThat(NetworkFault.words("api.github.com", new ExecutionException(SECRET, broken)))
                .contains(words, "api.github.com")
                .doesNotContain("s3cret");
    }

    /** A tunnel that the proxy refuses with 407 is an answer of the JDK's client, and one without a body. */
    @Test
    void aProxyThatWantsALoginIsNamed() {
        try (ScriptedGitHub proxy = new ScriptedGitHub().on("GET /orgs/acme", 407, "")) {
            assertThatThrownBy(() -> new Clients(proxy.url()).rest.get(Clients.ACME, "/orgs/acme"))
                    .hasMessageContaining("no answer (the proxy of HTTPS_PROXY asks for a user and a password");
        }
    }

    static Stream<Arguments> namesTheReasonAndQuotesNothing() {
        return Stream.of(
                Arguments.of(new UnknownHostException(SECRET), "DNS"),
                Arguments.of(new ConnectException(SECRET).initCause(new UnresolvedAddressException()), "DNS"),
                Arguments.of(new ConnectException(SECRET), "firewall"),
                Arguments.of(
                        new SSLHandshakeException(SECRET).initCause(new CertPathBuilderException()),
                        "FLIGHTLOG_CA_FILE"),
                Arguments.of(new SSLException(SECRET), "no encrypted connection"),
                Arguments.of(new IOException("Tunnel failed, got: 403"), "opens no way"),
                Arguments.of(
                        new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 407 Login\""),
                        "let it allow this server by its address"),
                Arguments.of(
                        new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 403\""), "the proxy"),
                Arguments.of(new HttpTimeoutException(SECRET), "in time"),
                Arguments.of(new SocketTimeoutException(SECRET), "in time"),
                Arguments.of(new TimeoutException(), "in time"),
                Arguments.of(new IOException(SECRET), "broke off"));
    }
}
