package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** GitHub's GraphQL API, whose errors come with status 200. */
@Singleton
public class GraphQlClient {
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final RequestFactory requests;
    private final GitHubConfiguration configuration;
    private final RestClient rest;
    private final InstantSource clock;

    GraphQlClient(RequestFactory requests, GitHubConfiguration configuration, RestClient rest, InstantSource clock) {
        this.requests = requests;
        this.configuration = configuration;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * The {@code data} of the answer.
     *
     * @throws GitHubException also for errors inside an answer with status 200
     */
    public JsonNode query(Access access, String query, Map<String, ?> variables) {
        HttpRequest.Builder request = requests.to(configuration.graphQlUrl())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Json.write(Map.of("query", query, "variables", variables))));
        JsonNode answer = Json.read(rest.send(access, request).body());
        if (answer.path("errors").isEmpty()) {
            return answer.path("data");
        }
        throw new GitHubException(failure(answer.path("errors").path(0)), "POST /graphql");
    }

    private Failure failure(JsonNode error) {
        String message = error.path("message").asText();
        return switch (error.path("type").asText()) {
            case "NOT_FOUND" -> new Failure.NotFound();
            case "FORBIDDEN", "INSUFFICIENT_SCOPES" -> new Failure.Forbidden(message);
            case "RATE_LIMITED", "RATE_LIMIT" ->
                new Failure.RateLimited(clock.instant().plus(PAUSE));
            case "", "INTERNAL", "SERVICE_UNAVAILABLE", "TIMEOUT" -> new Failure.Unavailable(200);
            default -> new Failure.Refused(200, message.length() > 200 ? message.substring(0, 200) : message);
        };
    }
}
