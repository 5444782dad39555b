package dev.flightlog.github;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/**
 * Fetches report files from signed links: only from allowed hosts, without our token, following no redirect
 * (FACTS §5). The link itself is a secret and appears in no message.
 */
@Singleton
public class Downloads {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final String NAME = "GET report file";

    private final HttpClient http;
    private final List<String> hosts;
    private final GitHubConfiguration configuration;

    Downloads(GitHubConfiguration configuration) {
        this.configuration = configuration;
        this.hosts = configuration.downloadHosts().stream().map(String::strip).toList();
        this.http = HttpClient.newBuilder()
                .connectTimeout(configuration.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * Opens the file; the caller reads and closes it. Reading throws {@link IOException} when the connection breaks,
     * also when fewer bytes come than were announced.
     *
     * @throws GitHubException not found for a link that expired or leads nowhere (yet); refused for a host that is not
     *     allowed
     */
    public InputStream open(URI link) {
        if (!allowed(link)) {
            throw new GitHubException(
                    new Failure.Refused(
                            0,
                            "report host " + link.getHost()
                                    + " is not in FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS, or not https"),
                    NAME);
        }
        HttpResponse<InputStream> response = send(link);
        if (response.statusCode() == 200) {
            return new StallGuard(response.body(), configuration.timeout());
        }
        close(response.body());
        throw new GitHubException(failure(response.statusCode()), NAME);
    }

    private HttpResponse<InputStream> send(URI link) {
        HttpRequest request = HttpRequest.newBuilder(link)
                .timeout(configuration.timeout())
                .header("User-Agent", Requests.USER_AGENT)
                .GET()
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException broken) {
            // Not as the cause: some of the JDK's messages quote the link.
            throw new GitHubException(
                    new Failure.Unavailable(0), NAME + " (" + broken.getClass().getSimpleName() + ")");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new GitHubException(new Failure.Unavailable(0), NAME);
        }
    }

    private boolean allowed(URI link) {
        String host = link.getHost();
        if (host == null || link.getUserInfo() != null) {
            return false;
        }
        boolean secure =
                "https".equals(link.getScheme()) || ("http".equals(link.getScheme()) && LOOPBACK.contains(host));
        return secure && (hosts.contains(host) || hosts.contains(host + ":" + link.getPort()));
    }

    /** The report host answers 403 or 410 for a link whose time is over. */
    private static Failure failure(int status) {
        return switch (status) {
            case 403, 404, 410 -> new Failure.NotFound();
            default ->
                status >= 500 || status == 429
                        ? new Failure.Unavailable(status)
                        : new Failure.Refused(status, "report file");
        };
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException ignored) {
            // The answer is thrown away anyway.
        }
    }
}
