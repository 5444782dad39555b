package dev.flightlog.setup;

import dev.flightlog.github.rest.Json;
import dev.flightlog.settings.PublicUrl;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code app-manifest.yml} as GitHub wants it: JSON, with this server's address. */
@Singleton
@Requires(condition = NotConfigured.class)
final class AppManifest {
    private static final String ADDRESS_IN_FILE = "https://flightlog.example.com";

    private final PublicUrl address;

    AppManifest(PublicUrl address) {
        this.address = address;
    }

    /** An App of a person's account must be public, or no organization could install it. */
    String json(AppOwner owner) {
        Map<String, Object> manifest = new LinkedHashMap<>(file());
        manifest.replaceAll((_, value) -> withAddress(value));
        if (owner instanceof AppOwner.Account) {
            manifest.put("public", true);
        }
        return new String(Json.write(manifest), StandardCharsets.UTF_8);
    }

    private Object withAddress(Object value) {
        return switch (value) {
            case String text -> text.replace(ADDRESS_IN_FILE, address.value());
            case Map<?, ?> map -> {
                Map<Object, Object> replaced = new LinkedHashMap<>(map);
                replaced.replaceAll((_, inner) -> withAddress(inner));
                yield replaced;
            }
            case List<?> list -> list.stream().map(this::withAddress).toList();
            default -> value;
        };
    }

    @SuppressWarnings("unchecked") // our own file, held by a test
    private static Map<String, Object> file() {
        try (InputStream file = AppManifest.class.getResourceAsStream("/app-manifest.yml")) {
            return (Map<String, Object>) new Load(LoadSettings.builder().build())
                    .loadFromInputStream(Objects.requireNonNull(file, "app-manifest.yml is not in the jar"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
