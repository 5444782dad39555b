package dev.flightlog.github.rest;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;

/**
 * GitHub in the name of a person who signs in: by the person's token, or by the App's client id and secret. Budgets are the
 * person's own, so the App's rate-limit gate neither stops these requests nor learns from them.
 */
@Singleton
public class PersonClient {
    private final RequestFactory requests;
    private final Transport transport;
    private final InstantSource clock;

    PersonClient(RequestFactory requests, Transport transport, InstantSource clock) {
        this.requests = requests;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Reads with the person's token; any status is an answer.
     *
     * @throws GitHubException when there is no answer
     */
    public HttpResponse<byte[]> get(String path, String token) {
        return transport.sendForPerson(requests.to(path, token).GET().build());
    }

    /**
     * Posts a form and wants JSON back; any status is an answer.
     *
     * @param form already encoded
     * @throws GitHubException when there is no answer
     */
    public HttpResponse<byte[]> postForm(URI uri, String form) {
        return transport.sendForPerson(requests.to(uri)
                .setHeader("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /**
     * Deletes with Basic authentication and a JSON body; any status is an answer.
     *
     * @throws GitHubException when there is no answer
     */
    public HttpResponse<byte[]> delete(String path, String user, String password, Object body) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return transport.sendForPerson(requests.to(path)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build());
    }

    /** What a refusal means. */
    public Failure failure(HttpResponse<byte[]> answer) {
        return FailureMapper.of(answer.statusCode(), answer.headers(), Json.leniently(answer.body()), clock.instant());
    }
}
