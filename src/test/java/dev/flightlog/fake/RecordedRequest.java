package dev.flightlog.fake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was answered.
 *
 * @param host api, report or web
 * @param auth none, app, installation, person, client or invalid
 * @param installation the installation's id, 0 for none
 * @param body the request's body as text
 */
public record RecordedRequest(
        Instant at,
        String host,
        String method,
        String path,
        String query,
        int status,
        String auth,
        long installation,
        Map<String, String> headers,
        String body) {

    /** True for everything that changes something, apart from tokens, sign-in and GraphQL queries. */
    public boolean isWrite() {
        if (method.equals("GET") || path.endsWith("/access_tokens") || isSignIn()) {
            return false;
        }
        return !path.equals("/graphql") || body.contains("mutation");
    }

    private boolean isSignIn() {
        return path.startsWith("/login/") || path.startsWith("/applications/");
    }

    /** A header by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " → " + status;
    }
}
