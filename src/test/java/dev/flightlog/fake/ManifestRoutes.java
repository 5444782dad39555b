package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Organization;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The manifest flow: a manifest is taken in for a code, the code is converted once, and the App that comes of it is installed
 * (github.md: Manifest). The simulated GitHub knows one App: its credentials are what a conversion gives out.
 */
final class ManifestRoutes {
    private final FakeApp app;
    private final AppShapes shapes;
    private final Deliveries deliveries;
    private final UserAuthorizations authorizations;
    private final Administrators administrators;
    private final Map<String, JsonNode> codes = new ConcurrentHashMap<>();
    private volatile @Nullable JsonNode registered;

    ManifestRoutes(
            FakeApp app,
            AppShapes shapes,
            Deliveries deliveries,
            UserAuthorizations authorizations,
            Administrators administrators) {
        this.app = app;
        this.shapes = shapes;
        this.deliveries = deliveries;
        this.authorizations = authorizations;
        this.administrators = administrators;
    }

    void addTo(Router router) {
        router.post("/app-manifests/{code}/conversions", Access.ANYONE, this::convert);
    }

    /** Takes a manifest in, as the confirmation of the browser form does, and gives the code. */
    String accept(JsonNode manifest) {
        String code = UUID.randomUUID().toString().replace("-", "");
        codes.put(code, manifest);
        return code;
    }

    /** Installs the App and gives the address that GitHub sends the browser to. */
    String install(Organization organization) {
        long id = administrators.installApp(organization).id();
        String setup = registered == null ? "" : registered.path("setup_url").asText();
        return setup.isEmpty()
                ? "/" + organization.login()
                : setup + "?installation_id=" + id + "&setup_action=install";
    }

    private Answer convert(Call call) {
        JsonNode manifest =
                Optional.ofNullable(codes.remove(call.variable("code"))).orElseThrow(Refusal::notFound);
        registered = manifest;
        deliveries.url(URI.create(manifest.at("/hook_attributes/url").asText()));
        manifest.path("callback_urls").forEach(url -> authorizations.callbackUrls(url.asText()));
        Map<String, @Nullable Object> shape = shapes.app();
        shape.putAll(Json.object(
                "name", manifest.path("name").asText(app.slug()),
                "permissions", manifest.path("default_permissions"),
                "events", manifest.path("default_events"),
                "client_secret", app.clientSecret(),
                "webhook_secret", app.webhookSecret(),
                "pem", app.privateKeyPkcs1Pem()));
        return Answer.created(shape);
    }
}
