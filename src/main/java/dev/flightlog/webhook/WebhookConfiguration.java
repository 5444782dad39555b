package dev.flightlog.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** The secret that signs deliveries, and the one before it while they are rotated. */
@ConfigurationProperties("flightlog.github")
public record WebhookConfiguration(
        @Nullable String webhookSecret, @Nullable String webhookSecretPrevious) {
    @Override
    public String toString() {
        return "WebhookConfiguration[secrets=***]";
    }
}
