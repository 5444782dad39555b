package dev.flightlog.command;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** What replies link to: how browsers reach this server. */
@ConfigurationProperties("flightlog")
public record CommandConfiguration(
        @Bindable(defaultValue = "http://localhost:8080") String publicUrl) {
    /** Address of an organization's pages, without a slash at the end. */
    public String pages(String organization) {
        return publicUrl.replaceAll("/+$", "") + "/orgs/" + organization;
    }

    public String api(String organization) {
        return publicUrl.replaceAll("/+$", "") + "/api/orgs/" + organization;
    }
}
