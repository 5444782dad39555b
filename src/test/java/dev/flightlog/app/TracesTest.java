package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.support.ServerProcess;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** With OpenTelemetry switched on: a collector gets spans of deliveries, and of no request whose address names
 * somebody or carries a one-time code. */
class TracesTest {
    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    private final List<String> spans = new CopyOnWriteArrayList<>();

    @Test
    void onlyDeliveriesBecomeSpans() throws Exception {
        HttpServer collector = collector();
        try (TestApplication app = TestApplication.start(
                                CLOCK, FakeGitHub.start(FakeApp.generate(), CLOCK), settings(collector))
                        .careless();
                HttpClient http = HttpClient.newHttpClient()) {
            get(http, app, "/orgs/acme/teams/secret-team");
            get(http, app, "/api/orgs/acme/people/ada");
            get(http, app, "/login/callback?code=one-time-code&state=one-time-state");
            get(http, app, "/setup/callback?code=code-of-the-manifest&state=state-of-the-manifest");
            get(http, app, "/portfolio?org=acme");
            get(http, app, "/webhooks/github");

            ServerProcess.await("a span came", Duration.ofSeconds(30), () -> spans().contains("/webhooks/github"));
            assertThat(spans())
                    .doesNotContain(
                            "secret-team",
                            "people/ada",
                            "one-time-",
                            "-of-the-manifest",
                            "portfolio",
                            "login",
                            "setup");
        } finally {
            collector.stop(0);
        }
    }

    private static Map<String, Object> settings(HttpServer collector) {
        return Map.of(
                "micronaut.otel.enabled",
                true,
                "otel.exporter.otlp.protocol",
                "http/protobuf",
                "otel.exporter.otlp.endpoint",
                "http://localhost:" + collector.getAddress().getPort(),
                "otel.bsp.schedule.delay",
                "50");
    }

    /** With more baggage than a reader without a limit would like. */
    private static void get(HttpClient http, TestApplication app, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.url(path))
                .header("baggage", "a=1," + "b=2,".repeat(1_000) + "c=3")
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isNotEqualTo(200)
                .isNotEqualTo(500);
    }

    private String spans() {
        return String.join("\n", spans);
    }

    private HttpServer collector() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            spans.add(new String(body, StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
