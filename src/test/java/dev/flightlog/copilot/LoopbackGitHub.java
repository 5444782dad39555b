package dev.flightlog.copilot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flightlog.fake.FakeApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GitHub's Copilot endpoints on loopback, as little of them as seat tests need; any other path is 404. */
public final class LoopbackGitHub implements AutoCloseable {
    private static final String KEY = FakeApp.generate().privateKeyPem();

    private final HttpServer server;
    private final Map<String, Function<String, Answer>> routes = new HashMap<>();
    private final List<String> requests = new ArrayList<>();

    public LoopbackGitHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        on("/app/installations/1/access_tokens", _ -> new Answer(201, """
            {"token": "ghs_test", "expires_at": "2099-01-01T00:00:00Z"}\
            """, null));
    }

    /** An answer; the link is that of the next page. */
    public record Answer(int status, String body, @Nullable String next) {
        public static Answer ok(String body) {
            return new Answer(200, body, null);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Properties with which an application context speaks to this GitHub. */
    public Map<String, Object> properties() {
        return Map.of(
                "flightlog.github.app-id", "1", "flightlog.github.private-key", KEY, "flightlog.github.api-url", url());
    }

    /** Answers a path; the function gets the query, empty for none. */
    public LoopbackGitHub on(String path, Function<String, Answer> answer) {
        routes.put(path, answer);
        return this;
    }

    /** Paths with their queries, in the order in which they were asked. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery()).replace("null", "");
        String path = exchange.getRequestURI().getPath();
        synchronized (this) {
            requests.add(query.isEmpty() ? path : path + "?" + query);
        }
        Function<String, Answer> route = routes.get(path);
        Answer answer = route == null
                ? new Answer(404, "{\"message\": \"loopback GitHub does not know " + path + "\"}", null)
                : route.apply(query);
        if (answer.next() != null) {
            exchange.getResponseHeaders().add("Link", "<" + url() + answer.next() + ">; rel=\"next\"");
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
