package dev.flightlog.github;

import dev.flightlog.github.rest.ReportHosts;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where GitHub is and which App this server is. The README lists the environment variables.
 *
 * @param downloadHosts hosts that report files may come from, see {@link ReportHosts}; when empty, GitHub's own
 */
@ConfigurationProperties("flightlog.github")
public record GitHubConfiguration(
        @Nullable String appId,
        @Nullable String privateKey,
        @Nullable String privateKeyFile,
        @Bindable(defaultValue = "https://api.github.com") URI apiUrl,
        @Bindable(defaultValue = "https://github.com") URI webUrl,

        @Bindable(defaultValue = "") List<String> downloadHosts,

        @Bindable(defaultValue = "5s") Duration connectTimeout,
        @Bindable(defaultValue = "20s") Duration timeout) {

    public GitHubConfiguration {
        apiUrl = withoutTrailingSlash(apiUrl);
        webUrl = withoutTrailingSlash(webUrl);
        downloadHosts = downloadHosts.stream().filter(host -> !host.isBlank()).toList();
        if (downloadHosts.isEmpty()) {
            downloadHosts = List.of(ReportHosts.beside(apiUrl));
        }
    }

    /** GraphQL beside the REST base; a GitHub Enterprise Server has it at {@code /api/graphql} (github.md: Hosts). */
    public URI graphQlUrl() {
        String base = apiUrl.toString();
        return base.endsWith("/api/v3")
                ? URI.create(base.substring(0, base.length() - "/v3".length()) + "/graphql")
                : URI.create(base + "/graphql");
    }

    private static URI withoutTrailingSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }

    @Override
    public String toString() {
        return "GitHubConfiguration[appId=" + appId + ", apiUrl=" + apiUrl + ", secrets=***]";
    }
}
