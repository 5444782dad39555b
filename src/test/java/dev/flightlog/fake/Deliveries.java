package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.World;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Sends webhooks and keeps the delivery log that the App can read (github.md: Delivery log). */
public final class Deliveries {
    private static final Duration TIME_OUT = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(3);
    private static final long HOOK_ID = 509_120;

    private final World world;
    private final FakeApp app;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ConcurrentSkipListMap<Long, Delivery> log = new ConcurrentSkipListMap<>();
    private volatile @Nullable URI url;
    private int toLose;

    Deliveries(World world, FakeApp app) {
        this.world = world;
        this.app = app;
    }

    /** Where webhooks go; null: nowhere, every delivery then fails to connect. */
    public void url(@Nullable URI target) {
        url = target;
    }

    public @Nullable URI url() {
        return url;
    }

    /** The next deliveries never arrive: they are logged as timed out and not sent. */
    public synchronized void lose(int count) {
        toLose = count;
    }

    /** All attempts, oldest first. */
    public List<Delivery> all() {
        return List.copyOf(log.values());
    }

    /** The newest attempt. */
    public Delivery last() {
        return Optional.ofNullable(log.lastEntry())
                .orElseThrow(() -> new NoSuchElementException("nothing was delivered"))
                .getValue();
    }

    public List<Delivery> of(String event) {
        return log.values().stream().filter(each -> each.event().equals(event)).toList();
    }

    /** What the App sees: the last three days, newest first. */
    List<Delivery> listed() {
        Instant oldest = world.now().minus(KEPT);
        return new ArrayList<>(log.descendingMap().values())
                .stream().filter(each -> each.deliveredAt().isAfter(oldest)).toList();
    }

    Optional<Delivery> find(long id) {
        Instant oldest = world.now().minus(KEPT);
        return Optional.ofNullable(log.get(id))
                .filter(each -> each.deliveredAt().isAfter(oldest));
    }

    /** Sends a webhook and logs how it went; it does not fail. */
    public Delivery send(Webhook webhook) {
        return attempt(webhook, false);
    }

    /** Sends a logged delivery again: the same GUID, a new id. */
    public Delivery redeliver(long id) {
        Delivery old = Optional.ofNullable(log.get(id)).orElseThrow(NoSuchElementException::new);
        return attempt(Webhook.of(old.event(), old.payload()).withGuid(old.guid()), true);
    }

    private Delivery attempt(Webhook webhook, boolean redelivery) {
        byte[] body = webhook.body();
        Map<String, String> headers = headers(webhook, body);
        long start = System.nanoTime();
        Outcome outcome = lost() ? Outcome.timedOut() : post(body, headers);
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode payload = webhook.payload();
        Delivery delivery = new Delivery(
                world.nextId(),
                webhook.guid(),
                world.now(),
                redelivery,
                seconds,
                outcome.status(),
                outcome.code(),
                webhook.event(),
                payload.path("action").isTextual() ? payload.path("action").asText() : null,
                id(payload.path("installation")),
                id(payload.path("repository")),
                String.valueOf(url),
                headers,
                payload,
                outcome.headers(),
                outcome.body());
        log.put(delivery.id(), delivery);
        return delivery;
    }

    private synchronized boolean lost() {
        if (toLose == 0) {
            return false;
        }
        toLose--;
        return true;
    }

    private static @Nullable Long id(JsonNode thing) {
        return thing.path("id").isNumber() ? thing.path("id").asLong() : null;
    }

    private Map<String, String> headers(Webhook webhook, byte[] body) {
        String secret = webhook.wrongSignature() ? app.webhookSecret() + "?" : app.webhookSecret();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "*/*");
        headers.put("Content-Type", webhook.contentType());
        headers.put("User-Agent", "GitHub-Hookshot/f1l0a9");
        headers.put("X-GitHub-Event", webhook.event());
        headers.put("X-GitHub-Delivery", webhook.guid());
        headers.put("X-GitHub-Hook-ID", Long.toString(HOOK_ID));
        headers.put("X-GitHub-Hook-Installation-Target-ID", Long.toString(app.id()));
        headers.put("X-GitHub-Hook-Installation-Target-Type", "integration");
        headers.put("X-Hub-Signature", "sha1=" + Signatures.hex("HmacSHA1", secret, body));
        headers.put("X-Hub-Signature-256", "sha256=" + Signatures.hex("HmacSHA256", secret, body));
        headers.putAll(webhook.headers());
        headers.values().removeIf(String::isEmpty);
        return headers;
    }

    /** How an attempt ended. */
    private record Outcome(String status, int code, Map<String, String> headers, String body) {
        static Outcome failed(String status) {
            return new Outcome(status, 0, Map.of(), "");
        }

        static Outcome timedOut() {
            return failed("timed out");
        }
    }

    private Outcome post(byte[] body, Map<String, String> headers) {
        URI target = url;
        if (target == null) {
            return Outcome.failed("failed to connect");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(TIME_OUT).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return outcome(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return Outcome.failed("failed to connect");
        } catch (HttpTimeoutException e) {
            return Outcome.timedOut();
        } catch (IOException e) {
            return Outcome.failed("failed to read response");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed("interrupted");
        }
    }

    private static Outcome outcome(HttpResponse<String> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        int code = response.statusCode();
        String status = code / 100 == 2 ? "OK" : "Invalid HTTP Response: " + code;
        return new Outcome(status, code, headers, response.body());
    }

    void close() {
        client.shutdownNow();
    }
}
