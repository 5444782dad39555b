package dev.flightlog.github.rest;

import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.RepositoryName;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.authorization.AuthorizationProvider;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * hub4j's view of GitHub over our own way out: the gate, the tokens and the failures are the same as everywhere. It never
 * waits and keeps nothing between calls.
 */
@Singleton
public class Hub4jClient {
    private final GitHubConfiguration configuration;
    private final RequestFactory requests;
    private final RestClient rest;

    Hub4jClient(GitHubConfiguration configuration, RequestFactory requests, RestClient rest) {
        this.configuration = configuration;
        this.requests = requests;
        this.rest = rest;
    }

    /** Does something with a repository, which costs one request more: hub4j reads it first. */
    public <T> T with(Access.Installation access, RepositoryName repository, Work<T> work) {
        try {
            return work.run(open(access).getRepository(repository.toString()));
        } catch (IOException unreadable) {
            throw new GitHubException(new Failure.Unavailable(0), "answer about " + repository, unreadable);
        }
    }

    private GitHub open(Access access) throws IOException {
        return new GitHubBuilder()
                .withEndpoint(configuration.apiUrl().toString())
                .withConnector((GitHubConnector) request -> send(access, request))
                .withAuthorizationProvider(AuthorizationProvider.ANONYMOUS)
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                .build();
    }

    /** The token is ours to add: hub4j's own headers name another API version. */
    private GitHubConnectorResponse send(Access access, GitHubConnectorRequest request) throws IOException {
        HttpRequest.Builder builder = requests.to(URI.create(request.url().toString()));
        if (request.hasBody()) {
            builder.header("Content-Type", "application/json")
                    .method(
                            request.method(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    request.body().readAllBytes()));
        } else {
            builder.method(request.method(), HttpRequest.BodyPublishers.noBody());
        }
        return new Answer(request, rest.send(access, builder));
    }

    /** What is done with a repository. */
    @FunctionalInterface
    public interface Work<T> {
        T run(GHRepository repository) throws IOException;
    }

    private static final class Answer extends GitHubConnectorResponse {
        private final byte[] body;

        Answer(GitHubConnectorRequest request, HttpResponse<byte[]> response) {
            super(request, response.statusCode(), response.headers().map());
            this.body = response.body();
        }

        @Override
        public InputStream bodyStream() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
