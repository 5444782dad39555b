package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubApp;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Installation tokens: opaque, kept until shortly before they expire, fetched once however many ask. */
@Singleton
class InstallationTokens {
    /** Longer than any request takes. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final GitHubApp app;
    private final RequestFactory requests;
    private final Transport transport;
    private final InstantSource clock;
    private final Map<Long, Slot> slots = new ConcurrentHashMap<>();

    InstallationTokens(GitHubApp app, RequestFactory requests, Transport transport, InstantSource clock) {
        this.app = app;
        this.requests = requests;
        this.transport = transport;
        this.clock = clock;
    }

    /** @throws GitHubException suspended, if an owner suspended the installation or removed it */
    String token(long installation) {
        return slots.computeIfAbsent(installation, Slot::new).token();
    }

    /** GitHub took it back before its time: ask again next time. */
    void forget(long installation) {
        slots.remove(installation);
    }

    private Token fetch(long installation) {
        HttpRequest request = requests.to("/app/installations/" + installation + "/access_tokens", app.token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode answer = Json.read(send(request).body());
        return new Token(
                answer.path("token").asText(),
                Instant.parse(answer.path("expires_at").asText()));
    }

    /** That the installation is not found says nothing about what was to be read with it. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = transport.send(new Access.App(), request);
            app.accepted();
            return answer;
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.Unauthorized key) {
                app.refused(key);
            }
            throw refused.failure() instanceof Failure.NotFound
                    ? new GitHubException(new Failure.Suspended(), "POST access_tokens (404)")
                    : refused;
        }
    }

    /** One installation's token; who comes while it is fetched waits for it. */
    private final class Slot {
        private final long installation;
        private @Nullable Token kept;

        Slot(long installation) {
            this.installation = installation;
        }

        synchronized String token() {
            if (kept == null || !clock.instant().isBefore(kept.expires().minus(MARGIN))) {
                kept = fetch(installation);
            }
            return kept.value();
        }
    }

    private record Token(String value, Instant expires) {
        @Override
        public String toString() {
            return "Token[***, expires=" + expires + "]";
        }
    }
}
