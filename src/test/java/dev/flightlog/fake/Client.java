package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A small client of GitHub's API for the tests of the simulated one. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeGitHub github;

    Client(FakeGitHub github) {
        this.github = github;
    }

    /** A JWT of the App, signed with its key. */
    String jwt(Instant issued, Instant expires) {
        return jwt("RS256", issued, expires, Long.toString(github.app().id()));
    }

    String jwt(String algorithm, Instant issued, Instant expires, String issuer) {
        String claims = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "."
                + base64("{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}"
                        .formatted(issued.getEpochSecond(), expires.getEpochSecond(), issuer));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(github.app().keys().getPrivate());
            signature.update(claims.getBytes(StandardCharsets.US_ASCII));
            return claims + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String jwt() {
        Instant now = github.world().now();
        return jwt(now.minusSeconds(60), now.plusSeconds(540));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A new token of the first installation. */
    String token() throws IOException, InterruptedException {
        long id = github.world().installations().getFirst().id();
        return json(send("POST", "/app/installations/" + id + "/access_tokens", jwt(), "{}"))
                .path("token")
                .asText();
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send("GET", path, token, null);
    }

    /** Sends a request as a correct client does; a path may be a whole URL. */
    HttpResponse<String> send(String method, String path, String token, @Nullable String body)
            throws IOException, InterruptedException {
        String url = path.startsWith("http") ? path : github.apiUrl() + path;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Accept", "application/vnd.github+json")
                .header("Content-Type", "application/json")
                .header("User-Agent", "flightlog-test")
                .header("Authorization", "Bearer " + token)
                .header("X-GitHub-Api-Version", "2022-11-28")
                .build();
        return send(request);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }
}
