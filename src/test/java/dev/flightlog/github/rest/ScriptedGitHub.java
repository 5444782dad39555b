package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what a test told it to, in order, and remembers what it was asked; all else is 404 with method and path. */
public final class ScriptedGitHub implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public ScriptedGitHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        server.createContext("/", this::handle);
        server.start();
        on(
                "POST /app/installations/7/access_tokens",
                201,
                "{\"token\": \"ghs_1\", \"expires_at\": \"2026-11-20T13:00:00Z\"}");
        on("GET /app", 200, "{\"id\": 1, \"slug\": \"flightlog\", \"html_url\": \"u\", \"permissions\": {}}");
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers one request of this method, path and query. */
    public ScriptedGitHub on(String request, int status, String body, String... headers) {
        answers.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(new Answer(status, body, headers));
        return this;
    }

    /** What was asked, without those for the token and the App itself: method, path and query. */
    public List<String> asked() {
        return asked.stream().map(Asked::request).toList();
    }

    /** Bodies of the requests of this method and path, in order. */
    public List<JsonNode> bodies(String request) {
        return asked.stream()
                .filter(one -> one.request().equals(request))
                .map(Asked::body)
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!request.contains("access_tokens") && !request.endsWith(" /app")) {
            asked.add(new Asked(request, Json.leniently(body)));
        }
        Deque<Answer> waiting = answers.getOrDefault(request, new ArrayDeque<>());
        Answer answer = waiting.isEmpty()
                ? new Answer(404, "{\"message\": \"not scripted: " + request + "\"}")
                : waiting.removeFirst();
        for (int i = 0; i + 1 < answer.headers().length; i += 2) {
            exchange.getResponseHeaders().add(answer.headers()[i], answer.headers()[i + 1]);
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, String body, String... headers) {}

    private record Asked(String request, JsonNode body) {}
}
