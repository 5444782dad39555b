package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which connection has to go when there are too many. */
class ConnectionGuardTest {
    private static final String HEADERS =
            "POST /webhooks/github HTTP/1.1\r\nHost: flightlog\r\nContent-Length: 9\r\n\r\n";

    private final ConnectionGuard guard = new ConnectionGuard(2, Duration.ofSeconds(10));

    @Test
    void aConnectionWhoseBodyDoesNotComeMakesRoomForANewOne() {
        EmbeddedChannel stalling = connect(HEADERS);
        EmbeddedChannel another = connect(HEADERS + "some");

        EmbeddedChannel fresh = connect("");

        assertThat(stalling.isOpen()).isFalse();
        assertThat(another.isOpen()).isTrue();
        assertThat(fresh.isOpen()).isTrue();
    }

    @Test
    void aConnectionWhoseRequestIsBeingAnsweredStays() {
        EmbeddedChannel working = connect(HEADERS + "all of it");
        EmbeddedChannel half = connect("POST /web");

        EmbeddedChannel fresh = connect("");

        assertThat(working.isOpen()).isTrue();
        assertThat(half.isOpen()).isFalse();
        assertThat(fresh.isOpen()).isTrue();
    }

    private EmbeddedChannel connect(String bytes) {
        RequestGuard requests = new RequestGuard(guard);
        EmbeddedChannel channel = new EmbeddedChannel(new FirstBytes(guard, requests), new HttpServerCodec(), requests);
        if (!bytes.isEmpty()) {
            channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
        }
        return channel;
    }
}
