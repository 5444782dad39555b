package dev.flightlog.command;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** What replies link to: how browsers reach this server. */
@ConfigurationProperties("flightlog")
public record CommandConfiguration(
        @Bindable(defaultValue = "http://localhost:8080") String publicUrl) {
    public String api(String organization) {
        return publicUrl.replaceAll("/+$", "") + "/api/orgs/" + organization;
    }
}
