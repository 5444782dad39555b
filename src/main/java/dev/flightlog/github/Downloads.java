package dev.flightlog.github;

import dev.flightlog.github.rest.LengthCheckedInputStream;
import dev.flightlog.github.rest.Outages;
import dev.flightlog.github.rest.ReportHosts;
import dev.flightlog.github.rest.RequestFactory;
import dev.flightlog.github.rest.Unanswered;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Fetches report files from signed links: only from allowed hosts, without our token, following no redirect
 * (github.md: Reports). The link itself is a secret and appears in no message.
 *
 * <p>With the JDK's blocking client: its newer one hands every piece from thread to thread, which costs a good part
 * of what parsing does.
 */
@Singleton
public class Downloads {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final String NAME = "GET report file";

    /** Far above the largest report of an organization; a file without an end would fill the disk. */
    private static final long MAX_BYTES = 4L << 30;

    private static final Duration MAX_TIME = Duration.ofMinutes(30);

    private final ReportHosts hosts;
    private final GitHubConfiguration configuration;
    private final Outages outages;

    Downloads(GitHubConfiguration configuration, Outages outages) {
        this.configuration = configuration;
        this.outages = outages;
        this.hosts = new ReportHosts(configuration.downloadHosts());
    }

    /**
     * Opens the file; the caller reads and closes it. Reading throws {@link IOException} when the connection breaks or
     * nothing comes for a while, also when fewer bytes come than were announced.
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
        try {
            outages.pass(link.getHost(), NAME);
            return open((HttpURLConnection) link.toURL().openConnection());
        } catch (IOException broken) {
            throw outages.unanswered(link.getHost(), NAME, Unanswered.of(link.getHost(), broken));
        }
    }

    private InputStream open(HttpURLConnection connection) throws IOException {
        connection.setConnectTimeout(
                Math.toIntExact(configuration.connectTimeout().toMillis()));
        connection.setReadTimeout(Math.toIntExact(configuration.timeout().toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("User-Agent", RequestFactory.USER_AGENT);
        connection.setRequestProperty("Accept", "*/*");
        int status = connection.getResponseCode();
        // A server's error may be this file's alone.
        outages.answered(connection.getURL().getHost());
        if (status == HttpURLConnection.HTTP_OK) {
            return new BoundedDownload(new LengthCheckedInputStream(connection), MAX_BYTES, MAX_TIME);
        }
        connection.disconnect();
        throw new GitHubException(failure(status), NAME);
    }

    private boolean allowed(URI link) {
        String host = link.getHost();
        if (host == null || link.getUserInfo() != null) {
            return false;
        }
        boolean secure =
                "https".equals(link.getScheme()) || ("http".equals(link.getScheme()) && LOOPBACK.contains(host));
        return secure && hosts.allow(host, link.getPort());
    }

    /** The report host answers 403 or 410 for a link whose time is over; below 0 is no HTTP at all. */
    private static Failure failure(int status) {
        return switch (status) {
            case 403, 404, 410 -> new Failure.NotFound();
            default ->
                status < 0 || status >= 500 || status == 429
                        ? new Failure.Unavailable(status)
                        : new Failure.Refused(status, "report file");
        };
    }
}
