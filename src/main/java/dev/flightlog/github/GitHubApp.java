package dev.flightlog.github;

import dev.flightlog.github.rest.AppJwt;
import dev.flightlog.github.rest.PrivateKeys;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Who we are to GitHub: the App's id and the key that signs for it. */
@Singleton
public class GitHubApp {
    private final @Nullable AppJwt jwt;
    private volatile Failure.@Nullable Unauthorized refusal;

    public GitHubApp(GitHubConfiguration configuration, InstantSource clock) {
        this.jwt = configuration.appId() == null || configuration.appId().isBlank()
                ? null
                : new AppJwt(configuration.appId(), PrivateKeys.read(pem(configuration)), clock);
    }

    /** The value of the Authorization header, minus {@code Bearer}. */
    public String token() {
        if (jwt == null) {
            throw new IllegalStateException("no GitHub App is configured");
        }
        return jwt.token();
    }

    /** GitHub took the key just now. */
    public void accepted() {
        refusal = null;
    }

    /** GitHub refused the key just now. */
    public void refused(Failure.Unauthorized why) {
        if (!why.momentary()) {
            refusal = why;
        }
    }

    /** Why GitHub refuses the key since it was last asked; null where it does not, or was not asked yet. */
    public Failure.@Nullable Unauthorized refusal() {
        return refusal;
    }

    private static String pem(GitHubConfiguration configuration) {
        String key = configuration.privateKey();
        String file = configuration.privateKeyFile();
        // A variable that a template sets to nothing is not set, as Preflight has it.
        if (key != null && !key.isBlank()) {
            return key;
        }
        if (file == null || file.isBlank()) {
            throw new ConfigurationException("FLIGHTLOG_GITHUB_PRIVATE_KEY is missing");
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new ConfigurationException("FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE cannot be read");
        }
    }
}
