package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.NetworkFault;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one way out to GitHub's API: every request passes the rate-limit gate, and every refusal becomes a {@link Failure}. */
@Singleton
class Transport {
    private static final int SERVER_ERROR = 500;

    private final HttpClient http;
    private final RateLimitGate gate;
    private final RequestPacer pacer;
    private final Outages outages;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Duration timeout;

    Transport(
            GitHubConfiguration configuration,
            RateLimitGate gate,
            RequestPacer pacer,
            Outages outages,
            InstantSource clock,
            MeterRegistry meters) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(configuration.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.gate = gate;
        this.pacer = pacer;
        this.outages = outages;
        this.clock = clock;
        this.meters = meters;
        this.timeout = configuration.timeout();
    }

    /**
     * Sends a request and gives any answer below 400. Redirects are not followed: {@link RestClient} decides.
     *
     * @throws GitHubException for every other answer, and for none
     */
    HttpResponse<byte[]> send(Access access, HttpRequest request) {
        String name = request.method() + " " + RedactedPath.of(request.uri().getPath());
        gate.pass(access, name);
        pacer.pass(access, request);
        HttpResponse<byte[]> response = exchange(request, name);
        gate.learn(access, response.headers());
        count(response.statusCode());
        if (response.statusCode() < 400) {
            outages.answered(request.uri().getHost());
            return response;
        }
        throw refusal(access, response, name);
    }

    /**
     * Sends a request whose budget is not the App's, and gives any answer.
     *
     * @throws GitHubException when there is none
     */
    HttpResponse<byte[]> sendForPerson(HttpRequest request) {
        String host = request.uri().getHost();
        String name = request.method() + " " + RedactedPath.of(request.uri().getPath());
        HttpResponse<byte[]> response = exchange(request, name);
        int status = response.statusCode();
        count(status);
        if (status < SERVER_ERROR) {
            outages.answered(host);
        } else {
            outages.unanswered(host, name, new Unanswered.Failed(host, status));
        }
        return response;
    }

    /** The time limit holds for the whole answer: the JDK's own ends with the headers. */
    private HttpResponse<byte[]> exchange(HttpRequest request, String name) {
        String host = request.uri().getHost();
        outages.pass(host, name);
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() == NetworkFault.ProxyLogin.STATUS) {
                throw new ExecutionException(new NetworkFault.ProxyLogin());
            }
            return response;
        } catch (ExecutionException | TimeoutException broken) {
            answer.cancel(true);
            count(0);
            throw outages.unanswered(host, name, Unanswered.of(host, broken));
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            outages.abandoned(host);
            Thread.currentThread().interrupt();
            throw new GitHubException(new Failure.Unavailable(0), name, stopping);
        }
    }

    private GitHubException refusal(Access access, HttpResponse<byte[]> response, String name) {
        String host = response.request().uri().getHost();
        Failure failure = failure(access, response);
        if (failure instanceof Failure.Unavailable(int status)) {
            return outages.unanswered(host, name, new Unanswered.Failed(host, status));
        }
        outages.answered(host);
        return new GitHubException(failure, name);
    }

    private Failure failure(Access access, HttpResponse<byte[]> response) {
        JsonNode body = Json.leniently(response.body());
        Failure failure = FailureMapper.of(response.statusCode(), response.headers(), body, clock.instant());
        if (failure instanceof Failure.RateLimited limited) {
            gate.block(access, limited.until());
        }
        return failure;
    }

    private void count(int status) {
        meters.counter("flightlog.github.requests", "status", status == 0 ? "none" : status / 100 + "xx")
                .increment();
    }
}
