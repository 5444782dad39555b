package dev.flightlog.github.rest;

import dev.flightlog.github.GitHubConfiguration;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Requests with the headers that GitHub wants on each (github.md: App tokens). */
@Singleton
public class RequestFactory {
    public static final String USER_AGENT = "flightlog";
    static final String API_VERSION = "2022-11-28";

    private final URI apiUrl;
    private final Duration timeout;

    RequestFactory(GitHubConfiguration configuration) {
        this.apiUrl = configuration.apiUrl();
        this.timeout = configuration.timeout();
    }

    public HttpRequest.Builder to(String path) {
        return to(URI.create(apiUrl + path));
    }

    HttpRequest.Builder to(String path, String token) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder to(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Accept", "application/vnd.github+json")
                .header("User-Agent", USER_AGENT)
                .header("X-GitHub-Api-Version", API_VERSION);
    }

    /** The prefix of every path of the API; empty on github.com. */
    String basePath() {
        return apiUrl.getPath();
    }

    /** Links of GitHub's that we follow must lead back to GitHub: a token goes with them. */
    boolean leadsToGitHub(URI uri) {
        return apiUrl.getHost().equals(uri.getHost())
                && apiUrl.getPort() == uri.getPort()
                && apiUrl.getScheme().equals(uri.getScheme());
    }
}
