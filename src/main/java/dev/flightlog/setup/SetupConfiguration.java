package dev.flightlog.setup;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;

/**
 * What the App registration says about this server.
 *
 * @param publicUrl how browsers and GitHub reach it; without a slash at the end
 * @param governanceRepository name of the repository that each organization gives the App
 */
@ConfigurationProperties("flightlog")
public record SetupConfiguration(
        @Bindable(defaultValue = "http://localhost:8080") String publicUrl,
        @Bindable(defaultValue = "copilot-governance") String governanceRepository) {
    public SetupConfiguration {
        publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** False for an address that only this machine knows. */
    boolean reachableForGitHub() {
        String host = String.valueOf(URI.create(publicUrl).getHost());
        return !host.equals("localhost") && !host.startsWith("127.") && !host.equals("[::1]");
    }
}
