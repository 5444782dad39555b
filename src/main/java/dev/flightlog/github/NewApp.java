package dev.flightlog.github;

import org.jspecify.annotations.Nullable;

/** An app that GitHub made from a manifest, with its secrets, which GitHub shows only once. */
public record NewApp(
        long id,
        String slug,
        String url,
        String clientId,
        String clientSecret,
        @Nullable String webhookSecret,
        String privateKey) {

    @Override
    public String toString() {
        return "NewApp[id=" + id + ", slug=" + slug + ", secrets=***]";
    }
}
