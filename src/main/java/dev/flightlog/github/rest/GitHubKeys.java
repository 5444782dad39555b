package dev.flightlog.github.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks before the start whether the App's private key can be used. */
public final class GitHubKeys {
    private GitHubKeys() {}

    /** @param pem the key itself; else {@code file} is read */
    public static boolean readable(@Nullable String pem, @Nullable String file) {
        try {
            PrivateKeys.read(pem != null ? pem : Files.readString(Path.of(String.valueOf(file))));
            return true;
        } catch (IOException | IllegalArgumentException unusable) {
            return false;
        }
    }
}
