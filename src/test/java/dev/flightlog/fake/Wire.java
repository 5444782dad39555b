package dev.flightlog.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes answers to the socket, rightly or with a fault. */
final class Wire {
    private static final int CHUNK = 8_192;

    private final CountDownLatch closed;
    private volatile Duration distance = Duration.ZERO;

    /** The latch ends all waiting when the simulated GitHub closes. */
    Wire(CountDownLatch closed) {
        this.closed = closed;
    }

    /** From now on every answer takes so much longer, as to a GitHub that is far away. */
    void distance(Duration time) {
        distance = time;
    }

    void travel() throws IOException {
        if (!distance.isZero()) {
            pause(distance);
        }
    }

    static Answer statusAnswer(Fault.Status fault) {
        Answer answer = Answer.message(fault.status(), fault.message());
        if (fault.budgetSpent()) {
            answer = answer.with("x-ratelimit-remaining", "0");
        }
        Duration retryAfter = fault.retryAfter();
        return retryAfter == null ? answer : answer.with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    static Answer graphQlAnswer(Fault.GraphQlErrors fault) {
        Answer answer = Answer.ok(Json.object(
                "data", null, "errors", List.of(Json.object("type", fault.type(), "message", fault.message()))));
        return fault.type().equals("RATE_LIMITED") ? answer.with("x-ratelimit-remaining", "0") : answer;
    }

    void send(HttpExchange exchange, Answer answer, RateLimits.Budget budget, @Nullable Fault fault)
            throws IOException {
        budget.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("X-GitHub-Request-Id", "FAKE:" + System.identityHashCode(exchange));
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body() == null ? new byte[0] : Json.bytes(answer.body());
        send(exchange, answer.status(), body, fault);
    }

    void send(HttpExchange exchange, int status, byte[] body, @Nullable Fault fault) throws IOException {
        try (exchange) {
            switch (fault) {
                case Fault.Stall stall -> pause(stall.time());
                case Fault.LostAnswer _ -> {}
                case Fault.ResetMidBody _ -> sendHalf(exchange, status, body);
                case Fault.Slow slow -> sendSlowly(exchange, status, body, slow.perChunk());
                case Fault.Meanwhile meanwhile -> {
                    meanwhile.act().run();
                    sendWhole(exchange, status, body);
                }
                case Fault.Status _, Fault.GraphQlErrors _, Fault.Redirect _, Fault.TruncatedLine _ ->
                    sendWhole(exchange, status, body);
                case null -> sendWhole(exchange, status, body);
            }
        }
    }

    /** Waits for that time, or until the simulated GitHub closes. */
    void pause(Duration time) throws IOException {
        try {
            boolean _ = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void sendWhole(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void sendHalf(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length + 2L);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private void sendSlowly(HttpExchange exchange, int status, byte[] body, Duration perChunk) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        for (int from = 0; from < body.length; from += CHUNK) {
            pause(perChunk);
            out.write(body, from, Math.min(CHUNK, body.length - from));
            out.flush();
        }
    }

    /** A plain text answer, as the report host gives them. */
    void sendText(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8), null);
    }

    void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().putAll(Map.of("Location", List.of(to)));
        send(exchange, 302, new byte[0], null);
    }
}
