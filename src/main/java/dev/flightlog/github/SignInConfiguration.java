package dev.flightlog.github;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The App's OAuth client: its id and secret, both or none. */
@Singleton
final class SignInConfiguration {
    private final String id;
    private final String secret;

    SignInConfiguration(
            @Nullable @Value("${flightlog.github.client-id:}") String id,
            @Nullable @Value("${flightlog.github.client-secret:}") String secret,
            @Nullable @Value("${flightlog.github.client-secret-file:}") String secretFile) {
        this.id = id == null ? "" : id.strip();
        this.secret = secret == null || secret.isBlank() ? read(secretFile) : secret.strip();
    }

    /** Sign-in is open. */
    boolean configured() {
        return !id.isEmpty() && !secret.isEmpty();
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    private static String read(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("FLIGHTLOG_GITHUB_CLIENT_SECRET_FILE cannot be read", unreadable);
        }
    }

    @Override
    public String toString() {
        return "SignInConfiguration[id=" + id + ", secret=***]";
    }
}
