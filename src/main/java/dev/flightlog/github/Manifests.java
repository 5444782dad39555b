package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.RestClient;
import dev.flightlog.github.rest.UrlEncoding;
import jakarta.inject.Singleton;
import java.util.Map;

/** The last step of the manifest flow (github.md: Manifest). */
@Singleton
public class Manifests {
    private final RestClient rest;

    Manifests(RestClient rest) {
        this.rest = rest;
    }

    /**
     * Turns the code that GitHub sent back into the app.
     *
     * @throws GitHubException not found if the code was used or is older than an hour
     */
    public NewApp convert(String code) {
        JsonNode app = rest.post(
                new Access.Anonymous(), "/app-manifests/" + UrlEncoding.segment(code) + "/conversions", Map.of());
        return new NewApp(
                app.path("id").asLong(),
                Fields.text(app, "slug"),
                Fields.text(app, "html_url"),
                Fields.text(app, "client_id"),
                Fields.text(app, "client_secret"),
                Fields.textOrNull(app, "webhook_secret"),
                Fields.text(app, "pem"));
    }
}
