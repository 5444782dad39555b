package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who announces a body and keeps it keeps nobody else out. No such sender has shown a right signature. */
class SlowSenderTest {
    private static final int SENDERS = 40;
    private static final Duration SOON = Duration.ofSeconds(8);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(
            clock, FakeGitHub.start(FakeApp.generate(), clock), Map.of("flightlog.webhook.body-within", "2s"));
    private final List<Socket> senders = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket sender : senders) {
            sender.close();
        }
        app.runJobs();
        app.close();
    }

    @Test
    void othersAreAnsweredMeanwhile() throws Exception {
        for (int sender = 0; sender < SENDERS; sender++) {
            halfOpen(50_000);
        }

        assertThat(status("/openapi.yml")).isEqualTo(200);
        assertThat(status("/schemas/flightlog.schema.json")).isEqualTo(200);
        assertThat(unsigned()).isEqualTo(401);
    }

    @Test
    void itIsToldSoAndItsPlaceIsFree() throws Exception {
        Socket large = halfOpen(20_000_000);

        assertThat(firstLine(large)).isEqualTo("HTTP/1.1 408 Request Timeout");
        assertThat(firstLine(halfOpen(20_000_000)))
                .as("the one place for large bodies is free again")
                .isEqualTo("HTTP/1.1 408 Request Timeout");
    }

    private Socket halfOpen(int length) throws IOException {
        URI webhook = app.url("/webhooks/github");
        Socket sender = new Socket(webhook.getHost(), webhook.getPort());
        senders.add(sender);
        sender.setSoTimeout((int) SOON.toMillis());
        sender.getOutputStream()
                .write("""
                    POST /webhooks/github HTTP/1.1\r
                    Host: flightlog\r
                    Content-Type: application/json\r
                    X-GitHub-Event: ping\r
                    X-GitHub-Delivery: %s\r
                    X-Hub-Signature-256: sha256=%s\r
                    Content-Length: %d\r
                    \r
                    {\
                    """.formatted(UUID.randomUUID(), "a".repeat(64), length).getBytes(StandardCharsets.US_ASCII));
        return sender;
    }

    private static String firstLine(Socket sender) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = sender.getInputStream().read();
                next >= 0 && next != '\r';
                next = sender.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private int status(String path) throws Exception {
        return send(HttpRequest.newBuilder(app.url(path)));
    }

    private int unsigned() throws Exception {
        return send(HttpRequest.newBuilder(app.url("/webhooks/github"))
                .header("X-Hub-Signature-256", "sha256=" + "b".repeat(64))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.timeout(SOON).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
