package dev.flightlog.command;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** What replies link to: how browsers reach this server. */
@ConfigurationProperties("flightlog")
record CommandConfiguration(
        @Bindable(defaultValue = "http://localhost:8080") String publicUrl) {
    String api(String organization) {
        return publicUrl.replaceAll("/+$", "") + "/api/orgs/" + organization;
    }
}
