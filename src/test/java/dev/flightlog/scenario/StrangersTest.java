package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.support.RawConnections;
import dev.flightlog.support.RawDelivery;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger sends who does not know the secret: it is refused early, and its connection is closed. */
class StrangersTest {
    private static final int MAX_CONNECTIONS = 60;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(
            clock,
            FakeGitHub.start(FakeApp.generate(), clock),
            Map.of(
                    "flightlog.server.max-connections",
                    Integer.toString(MAX_CONNECTIONS),
                    "flightlog.server.headers-within",
                    "1s"));
    private final RawConnections strangers = new RawConnections(app.url("/"));

    @AfterEach
    void stop() throws IOException {
        strangers.close();
        app.runJobs();
        app.close();
    }

    @Test
    void compressedBodiesAreRefusedBeforeTheyAreUnpacked() throws Exception {
        Socket gzip = strangers.send(RawConnections.delivery("Content-Encoding: gzip", "Content-Length: 26529"));

        assertThat(RawConnections.firstLine(gzip)).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
        assertThat(RawConnections.closed(gzip)).isTrue();
    }

    @Test
    void bodiesWithoutALengthAreRefused() throws Exception {
        Socket chunked = strangers.send(RawConnections.delivery("Transfer-Encoding: chunked") + "1\r\n{\r\n");
        Socket silent = strangers.send(RawConnections.delivery("X-Nothing: of the length"));

        assertThat(RawConnections.firstLine(chunked)).isEqualTo("HTTP/1.1 411 Length Required");
        assertThat(RawConnections.firstLine(silent)).isEqualTo("HTTP/1.1 411 Length Required");
        assertThat(RawConnections.closed(chunked)).isTrue();
    }

    @Test
    void onlyWebhooksMayBeLarge() throws Exception {
        Socket form = strangers.send("POST /logout HTTP/1.1\r\nHost: flightlog\r\nContent-Length: 70000\r\n\r\n");
        Socket delivery = strangers.announce((25 << 20) + 1);

        assertThat(RawConnections.firstLine(form)).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        assertThat(RawConnections.firstLine(delivery)).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
    }

    @Test
    void theConnectionIsClosedAfterAWrongSignature() throws Exception {
        String body = "{}";
        Socket unsigned = strangers.send(RawConnections.delivery("Content-Length: " + body.length()) + body);

        assertThat(RawConnections.firstLine(unsigned)).isEqualTo("HTTP/1.1 401 Unauthorized");
        assertThat(RawConnections.closed(unsigned)).isTrue();
    }

    /** What a proxy in front might read as two requests is one refused request here, and its connection is closed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\nContent-Length: 60",
                "Content-Length: 2, 60",
                "Content-Length: 60\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Content-Length: -1",
                "Content-Length: 0x0b",
                "Content-Length: 99999999999999999999",
                "Content-Length: 2\r\n Content-Length: 60",
                "Content-Length : 2",
                "Content-Length: 2\r\nX-Folded: a\r\n b"
            })
    void noSecondRequestIsReadOutOfARefusedOne(String headers) throws Exception {
        Socket doubled = strangers.send(RawConnections.delivery(headers)
                + "{}GET /health HTTP/1.1\r\nHost: flightlog\r\nContent-Length: 0\r\n\r\n");

        String answer = RawConnections.all(doubled);
        assertThat(answer).as(headers).doesNotContain("HTTP/1.1 5", "HTTP/1.1 2");
        assertThat(answer.split("HTTP/1\\.1 ")).as(answer).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anotherProtocolIsNoWayIn() throws Exception {
        Socket second = strangers.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        Socket upgraded = strangers.send("GET / HTTP/1.1\r\nHost: flightlog\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");

        assertThat(RawConnections.firstLine(second)).doesNotContain(" 5", " 2");
        assertThat(RawConnections.firstLine(upgraded)).doesNotContain(" 101 ", " 5");
    }

    @Test
    void headersMustComeInTime() throws Exception {
        Socket half = strangers.send("POST /webhooks/github HTTP/1.1\r\nHost: fl");
        Socket nothing = strangers.send("");

        assertThat(RawConnections.closed(half)).isTrue();
        assertThat(RawConnections.closed(nothing)).isTrue();
    }

    @Test
    void whoeverSendsARequestGetsInBesideConnectionsThatSendNone() throws Exception {
        for (int number = 0; number < 3 * MAX_CONNECTIONS; number++) {
            strangers.send("POST /webhooks/github HTTP/1.1\r\nHost: fl");
        }

        assertThat(signed(100).sendTo(app.url("/webhooks/github"))).isEqualTo(202);
    }

    @Test
    void theMemoryOfBodiesIsTakenAsTheyArriveAndGivenToWhoeverIsFast() throws Exception {
        for (int number = 0; number < MAX_CONNECTIONS - 10; number++) {
            Socket stalling = strangers.announce(256 << 10);
            stalling.getOutputStream().write(new byte[200 << 10]);
        }

        assertThat(signed(200 << 10).sendTo(app.url("/webhooks/github"))).isEqualTo(202);
        assertThat(app.query("select octet_length(payload) from delivery")).containsExactly(String.valueOf(200 << 10));
    }

    @Test
    void largeDeliveriesGoThroughADisk() throws Exception {
        assertThat(signed(25 << 20).sendTo(app.url("/webhooks/github"))).isEqualTo(202);
        assertThat(app.query("select octet_length(payload) from delivery")).containsExactly(String.valueOf(25 << 20));
        assertThat(RawDelivery.of("not the secret", 25 << 20).sendTo(app.url("/webhooks/github")))
                .isEqualTo(401);
    }

    private RawDelivery signed(int bytes) throws Exception {
        return RawDelivery.of(app.github().app().webhookSecret(), bytes);
    }
}
