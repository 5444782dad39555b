package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubApp;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's REST API where hub4j has no words for it. Paths start with a slash and carry their query, already encoded.
 *
 * @throws GitHubException from every method, with the {@link Failure} as data
 */
@Singleton
public class RestClient {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");
    private static final Pattern LAST = Pattern.compile("<([^>]+)>;\\s*rel=\"last\"");

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int MAX_REDIRECTS = 3;
    /** Something in a repository, and the repository's own path before it. */
    private static final Pattern IN_REPOSITORY = Pattern.compile("^.*/repos/[^/]+/[^/]+(?=/)");

    private static final Pattern BY_ID = Pattern.compile("/repositories/(\\d+)(/|$)");

    private final RequestFactory requests;
    private final Transport transport;
    private final GitHubApp app;
    private final InstallationTokens tokens;

    RestClient(RequestFactory requests, Transport transport, GitHubApp app, InstallationTokens tokens) {
        this.requests = requests;
        this.transport = transport;
        this.app = app;
        this.tokens = tokens;
    }

    /** The body; missing where there is none (204). */
    public JsonNode get(Access access, String path) {
        return body(send(access, requests.to(path).GET()));
    }

    /** Hands over every page of a listing, by its {@code Link} header. */
    public void pages(Access access, String path, Consumer<JsonNode> page) {
        Optional<URI> next = follow(access, requests.to(path).GET(), page);
        while (next.isPresent()) {
            next = follow(access, requests.to(next.get()).GET(), page);
        }
    }

    /** One page, and where the next one is. */
    public Page page(Access access, URI uri) {
        return page(send(access, requests.to(uri).GET()));
    }

    /** The first page of a listing. */
    public Page page(Access access, String path) {
        return page(send(access, requests.to(path).GET()));
    }

    private Page page(HttpResponse<byte[]> response) {
        return new Page(
                body(response),
                next(response).orElse(null),
                link(response, LAST).orElse(null));
    }

    public JsonNode post(Access access, String path, Map<String, ?> body) {
        return body(send(access, sending(path, "POST", body)));
    }

    public JsonNode patch(Access access, String path, Map<String, ?> body) {
        return body(send(access, sending(path, "PATCH", body)));
    }

    public void delete(Access access, String path) {
        send(access, requests.to(path).DELETE());
    }

    /** As GitHub's bulk removals want it: a {@code DELETE} that carries its list in the body. */
    public JsonNode delete(Access access, String path, Map<String, ?> body) {
        return body(send(access, sending(path, "DELETE", body)));
    }

    /** The next request gets a new token: one that is older than a permission does not have it. */
    public void renewToken(Access.Installation access) {
        tokens.forget(access.id());
    }

    /** Sends it with the right token; a token that GitHub took back is replaced once. */
    public HttpResponse<byte[]> send(Access access, HttpRequest.Builder request) {
        HttpResponse<byte[]> response = sendOnce(access, request);
        for (int hops = 0; REDIRECTS.contains(response.statusCode()); hops++) {
            URI target = target(access, response, hops);
            response = sendOnce(access, request.uri(target));
        }
        return response;
    }

    /**
     * Where a redirect leads: within GitHub's API, and never from one repository into another. What was asked for is gone
     * from there, as an issue that was transferred; a repository that was renamed is the same one.
     */
    private URI target(Access access, HttpResponse<byte[]> response, int hops) {
        URI from = response.request().uri();
        URI to = response.headers()
                .firstValue("Location")
                .map(from::resolve)
                .filter(requests::leadsToGitHub)
                .filter(_ -> hops < MAX_REDIRECTS)
                .orElseThrow(() -> new GitHubException(
                        new Failure.Unavailable(response.statusCode()),
                        response.request().method() + " " + RedactedPath.of(from.getPath())));
        Matcher inRepository = IN_REPOSITORY.matcher(from.getPath());
        Matcher elsewhere = BY_ID.matcher(to.getPath());
        if (inRepository.find() && elsewhere.find() && !isSame(access, inRepository.group(), elsewhere.group(1))) {
            throw new GitHubException(
                    new Failure.NotFound(),
                    response.request().method() + " " + RedactedPath.of(from.getPath())
                            + " (it is in another repository now)");
        }
        return to;
    }

    private boolean isSame(Access access, String repository, String id) {
        return get(access, repository.substring(requests.basePath().length()))
                .path("id")
                .asText()
                .equals(id);
    }

    private HttpResponse<byte[]> sendOnce(Access access, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = transport.send(access, authorized(access, request));
            if (access instanceof Access.App) {
                app.accepted();
            }
            return answer;
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.Unauthorized key && access instanceof Access.App) {
                app.refused(key);
            }
            if (refused.failure() instanceof Failure.Unauthorized
                    && access instanceof Access.Installation installation) {
                tokens.forget(installation.id());
                return transport.send(access, authorized(access, request));
            }
            throw refused;
        }
    }

    private HttpRequest authorized(Access access, HttpRequest.Builder request) {
        return switch (access) {
            case Access.App _ ->
                request.setHeader("Authorization", "Bearer " + app.token()).build();
            case Access.Installation installation ->
                request.setHeader("Authorization", "Bearer " + tokens.token(installation.id()))
                        .build();
            case Access.Anonymous _ -> request.build();
        };
    }

    private Optional<URI> follow(Access access, HttpRequest.Builder request, Consumer<JsonNode> page) {
        HttpResponse<byte[]> response = send(access, request);
        page.accept(body(response));
        return next(response);
    }

    private Optional<URI> next(HttpResponse<byte[]> response) {
        return link(response, NEXT);
    }

    private Optional<URI> link(HttpResponse<byte[]> response, Pattern relation) {
        return response.headers()
                .firstValue("Link")
                .flatMap(link -> {
                    Matcher matcher = relation.matcher(link);
                    return matcher.find() ? Optional.of(URI.create(matcher.group(1))) : Optional.empty();
                })
                .filter(requests::leadsToGitHub);
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        return response.body().length == 0
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : Json.read(response.body());
    }

    private HttpRequest.Builder sending(String path, String method, Map<String, ?> body) {
        return requests.to(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.write(body)));
    }

    /** A page of a listing, and the addresses of the next one and the last one where GitHub names them. */
    public record Page(
            JsonNode content, @Nullable URI next, @Nullable URI last) {}
}
