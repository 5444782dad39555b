package dev.flightlog.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as it came, read whole. */
record Received(
        String method,
        String path,
        String rawQuery,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {
    private static final int KEPT_BODY = 200_000;

    static Received of(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String rawQuery =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                rawQuery,
                parse(rawQuery),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    /** What faults are chosen by: the query belongs to it, and of GraphQL whether it is a mutation. */
    String target() {
        boolean mutation = path.equals("/graphql") && new String(body, StandardCharsets.UTF_8).contains("mutation");
        return path + (rawQuery.isEmpty() ? "" : "?" + rawQuery) + (mutation ? " mutation" : "");
    }

    /** The fields of a query or a form. */
    static Map<String, String> parse(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                fields.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    RecordedRequest record(String host, int status, Caller caller, Instant at) {
        String auth = switch (caller) {
            case Caller.Nobody _ -> "none";
            case Caller.TheApp _ -> "app";
            case Caller.OfInstallation _ -> "installation";
            case Caller.OfPerson _ -> "person";
            case Caller.TheClient _ -> "client";
            case Caller.Unknown _ -> "invalid";
        };
        long installation =
                caller instanceof Caller.OfInstallation of ? of.installation().id() : 0;
        Map<String, String> kept = new LinkedHashMap<>(headers);
        kept.remove("authorization");
        String text = new String(body, 0, Math.min(body.length, KEPT_BODY), StandardCharsets.UTF_8);
        return new RecordedRequest(at, host, method, path, rawQuery, status, auth, installation, kept, text);
    }
}
