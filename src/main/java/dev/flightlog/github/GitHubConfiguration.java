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
 * @param concurrency requests of first loads beside each other, in this process; GitHub refuses more than 100 an
 *     installation
 * @param pointsPerMinute most that this process asks for in the name of an installation: reading costs 1, writing 5. Loading
 *     many things takes at most half of it, so that two replicas stay below the 900 that GitHub grants an installation, and
 *     commands find room
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
        @Bindable(defaultValue = "20s") Duration timeout,
        @Bindable(defaultValue = "6") int concurrency,
        @Bindable(defaultValue = "800") int pointsPerMinute) {
    private static final int MAX_AT_ONCE = 50;
    private static final int MIN_POINTS = 60;

    public GitHubConfiguration {
        if (concurrency < 1 || concurrency > MAX_AT_ONCE) {
            throw new IllegalArgumentException(
                    "flightlog.github.concurrency must be 1 to " + MAX_AT_ONCE + ", but is " + concurrency);
        }
        if (pointsPerMinute < MIN_POINTS) {
            throw new IllegalArgumentException("flightlog.github.points-per-minute must be at least " + MIN_POINTS
                    + ", but is " + pointsPerMinute);
        }
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
