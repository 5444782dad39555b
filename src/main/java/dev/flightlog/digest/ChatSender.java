package dev.flightlog.digest;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends one request to a chat and says what became of it. Shows the address nowhere, and follows no redirect. */
@Singleton
class ChatSender {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Of an answer only a word is read. */
    private static final int MAX_BYTES = 1_024;

    private final Duration timeout;
    private final InstantSource clock;

    ChatSender(@Value("${flightlog.digest.timeout:20s}") Duration timeout, InstantSource clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Sends it exactly once, whatever comes of it. */
    ChatAnswer send(DigestAddress address, String json) {
        // A connection of its own: one that was kept open may be closed while the request is on its way.
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            ChatAnswer answer = exchange(http, address, json);
            http.shutdownNow();
            return answer;
        }
    }

    private ChatAnswer exchange(HttpClient http, DigestAddress address, String json) {
        AtomicReference<@Nullable Head> head = new AtomicReference<>();
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request(address.url(), json), info -> {
            head.set(new Head(info.statusCode(), info.headers()));
            return HttpResponse.BodySubscribers.limiting(HttpResponse.BodySubscribers.ofByteArray(), MAX_BYTES);
        });
        try {
            HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            // The proxy's answer, which has no body here: nothing reached the chat.
            return response.statusCode() == HttpURLConnection.HTTP_PROXY_AUTH
                    ? new ChatAnswer.NotReached("the proxy of HTTPS_PROXY asks for a user and a password")
                    : answer(address, new Head(response.statusCode(), response.headers()), response.body());
        } catch (ExecutionException broken) {
            Head known = head.get();
            return known == null ? failed(broken.getCause()) : answer(address, known, new byte[0]);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            Head known = head.get();
            return known == null
                    ? new ChatAnswer.Unknown("it did not answer within " + timeout.toSeconds() + " seconds")
                    : answer(address, known, new byte[0]);
        } catch (InterruptedException stopping) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new ChatAnswer.Unknown("the server stopped before the answer came");
        }
    }

    /** What came before the body: enough to know what an answer means. */
    private record Head(int status, HttpHeaders headers) {}

    private ChatAnswer answer(DigestAddress address, Head head, byte[] body) {
        return ChatAnswers.of(
                address.kind(),
                head.status(),
                body,
                head.headers().firstValue("Retry-After").orElse(null),
                clock.instant());
    }

    private static HttpRequest request(URI url, String json) {
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "flightlog")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build();
    }

    /** Only what ends before the first byte of the request is known not to have arrived. */
    private static ChatAnswer failed(@Nullable Throwable failure) {
        String name = failure == null ? "nothing" : failure.getClass().getSimpleName();
        return failure instanceof ConnectException
                        || failure instanceof HttpConnectTimeoutException
                        || failure instanceof SSLHandshakeException
                ? new ChatAnswer.NotReached(name)
                : new ChatAnswer.Unknown("the connection ended before an answer came");
    }
}
