package dev.flightlog.check;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What checks need to know of this server.
 *
 * @param publicUrl address at which browsers reach it
 */
@ConfigurationProperties("flightlog")
public record CheckConfiguration(
        @Bindable(defaultValue = "http://localhost:8080") String publicUrl) {
    /** A page that needs no token: how the installation is, and what is missing. */
    String installationPage() {
        return publicUrl.replaceAll("/+$", "") + "/setup/installed";
    }
}
