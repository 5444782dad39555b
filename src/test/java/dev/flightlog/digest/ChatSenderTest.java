package dev.flightlog.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ChatSenderTest {
    /** The JDK's client hands over the proxy's 407 as an answer; nothing was sent, so it may be sent again. */
    @Test
    void aProxyThatWantsALoginKeepsTheDigestBack() throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(407, -1);
            exchange.close();
        });
        proxy.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/slack/services/T/B/secret");

            assertThat(new ChatSender(Duration.ofSeconds(20), InstantSource.system())
                            .send(new DigestAddress(ChatKind.SLACK, url), "{}"))
                    .isEqualTo(new ChatAnswer.NotReached("the proxy of HTTPS_PROXY asks for a user and a password"));
        } finally {
            proxy.stop(0);
        }
    }
}
