package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.World;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The manifest flow: a manifest is taken in for a code, and the code is converted once (github.md: Manifest). */
final class ManifestRoutes {
    private final World world;
    private final Shapes shapes;
    private final Map<String, JsonNode> codes = new ConcurrentHashMap<>();

    ManifestRoutes(World world, Shapes shapes) {
        this.world = world;
        this.shapes = shapes;
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

    private Answer convert(Call call) {
        JsonNode manifest =
                Optional.ofNullable(codes.remove(call.variable("code"))).orElseThrow(Refusal::notFound);
        KeyPair keys = FakeApp.rsa();
        FakeApp made = new FakeApp(
                world.nextId(),
                "Iv23li" + world.nextId(),
                manifest.path("name")
                        .asText("flightlog")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(' ', '-'),
                keys,
                UUID.randomUUID().toString(),
                Map.of(),
                java.util.List.of());
        Map<String, @Nullable Object> shape = shapes.apps().app();
        shape.putAll(Json.object(
                "id", made.id(),
                "slug", made.slug(),
                "name", manifest.path("name").asText("flightlog"),
                "html_url", "https://github.com/apps/" + made.slug(),
                "permissions", manifest.path("default_permissions"),
                "events", manifest.path("default_events"),
                "client_id", made.clientId(),
                "client_secret", UUID.randomUUID().toString().replace("-", ""),
                "webhook_secret", made.webhookSecret(),
                "pem", made.privateKeyPkcs1Pem()));
        return Answer.created(shape);
    }
}
