package dev.flightlog.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** GitHub's last step of the manifest flow, with an answer for each code: good, expired, wrong, down. */
final class ConversionServer implements AutoCloseable {
    private final HttpServer server;

    ConversionServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/app-manifests/", ConversionServer::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/app-manifests/good/conversions" -> send(exchange, 201, """
                {"id": 123456, "slug": "flightlog-<b>acme", "html_url": "https://github.com/apps/flightlog-acme",
                 "client_id": "Iv23liAbc", "client_secret": "c0ffee", "webhook_secret": "s3cret",
                 "pem": "-----BEGIN RSA PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA0\\n-----END RSA PRIVATE KEY-----\\n"}
                """);
            case "/app-manifests/wrong/conversions" -> send(exchange, 422, "{\"message\": \"Validation Failed\"}");
            case "/app-manifests/down/conversions" -> send(exchange, 503, "{}");
            default -> send(exchange, 404, "{\"message\": \"Not Found\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
