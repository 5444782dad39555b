package dev.flightlog.fake;

import com.sun.net.httpserver.HttpExchange;
import dev.flightlog.fake.page.Pages;
import dev.flightlog.fake.page.Reply;
import dev.flightlog.fake.page.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells browsers from API clients on the one port, and serves pages to browsers. */
final class WebServer {
    private static final Set<String> API_ROOTS = Set.of(
            "app",
            "applications",
            "apps",
            "app-manifests",
            "enterprises",
            "graphql",
            "installation",
            "meta",
            "organizations",
            "orgs",
            "rate_limit",
            "repos",
            "repositories",
            "search",
            "user",
            "users",
            "versions");

    private final Pages pages;
    private final ApiServer api;

    WebServer(Pages pages, ApiServer api) {
        this.pages = pages;
        this.api = api;
    }

    void handle(HttpExchange exchange) throws IOException {
        if (isForPages(exchange)) {
            servePage(exchange);
        } else {
            api.handle(exchange);
        }
    }

    private static boolean isForPages(HttpExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (exchange.getRequestHeaders().containsKey("Authorization") || isGitHubMedia(accept)) {
            return false;
        }
        if (exchange.getRequestURI().getPath().equals("/login/oauth/access_token")) {
            return false;
        }
        String root = exchange.getRequestURI().getPath().split("/", 3)[1];
        return (accept != null && accept.contains("text/html")) || !API_ROOTS.contains(root);
    }

    private static boolean isGitHubMedia(@Nullable String accept) {
        return accept != null && accept.contains("vnd.github");
    }

    private void servePage(HttpExchange exchange) throws IOException {
        Received received = Received.of(exchange);
        Map<String, String> form = received.method().equals("POST")
                ? Received.parse(new String(received.body(), StandardCharsets.UTF_8))
                : Map.of();
        Reply reply = pages.answer(new Visit(received.method(), received.path(), received.query(), form));
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                + " connect-src 'self'; font-src 'self' data:");
        if (!reply.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", reply.location());
        }
        try (exchange) {
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }
}
