package dev.flightlog.setup;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Manifests;
import dev.flightlog.github.NewApp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns GitHub's code into credentials and shows them once; they stay nowhere on this server. */
@Singleton
@Requires(condition = NotConfigured.class)
class Conversion {
    private static final Logger LOG = LoggerFactory.getLogger(Conversion.class);
    private static final String AGAIN =
            "Open the address from Flightlog's log again and go through it within the hour. "
                    + "If an App is there already, delete it on GitHub first: its secrets cannot be had a second time.";

    private final Manifests manifests;
    private final SetupTickets tickets;

    Conversion(Manifests manifests, SetupTickets tickets) {
        this.manifests = manifests;
        this.tickets = tickets;
    }

    Page convert(String code, String state) {
        Optional<SetupTickets.State> ours = tickets.take(state);
        if (ours.isEmpty()) {
            return Page.problem(
                    HttpStatus.BAD_REQUEST,
                    "This setup link has expired or was already used",
                    "It was used already, is older than an hour, or comes from before a restart. " + AGAIN);
        }
        if (code.isBlank()) {
            return Page.problem(HttpStatus.BAD_REQUEST, "GitHub sent no code", AGAIN);
        }
        try {
            NewApp app = manifests.convert(code);
            tickets.use();
            LOG.info("GitHub made the App {}; restart with its credentials", app.slug());
            return credentials(app);
        } catch (GitHubException refused) {
            return refused(refused.failure(), ours.get());
        }
    }

    private Page refused(Failure failure, SetupTickets.State state) {
        LOG.warn("the App was not made: {}", failure.inWords());
        return switch (failure) {
            case Failure.Unavailable _, Failure.RateLimited _ -> {
                tickets.giveBack(state);
                yield Page.problem(
                        HttpStatus.BAD_GATEWAY,
                        "GitHub does not answer",
                        "Reload this page in a minute: the code stays valid for an hour. If this goes on, look whether"
                                + " the server can reach FLIGHTLOG_GITHUB_API_URL.");
            }
            case Failure.NotFound _,
                    Failure.Refused _,
                    Failure.Forbidden _,
                    Failure.Unauthorized _,
                    Failure.Suspended _,
                    Failure.MetricsPolicyOff _ ->
                Page.problem(
                        HttpStatus.BAD_REQUEST,
                        "GitHub does not take this code",
                        "A code works once and for an hour. " + AGAIN
                                + " With GHE.com also look at FLIGHTLOG_GITHUB_API_URL: it must be the same host.");
        };
    }

    private static Page credentials(NewApp app) {
        Credentials credentials = new Credentials(app);
        String environment = credentials.environment();
        String secret = credentials.kubernetesSecret();
        return Page.ok(
                "The App is made",
                "credentials",
                Map.of(
                        "slug",
                        app.slug(),
                        "install_url",
                        app.url() + "/installations/new",
                        "environment",
                        environment,
                        "environment_url",
                        data("text/plain", environment),
                        "secret",
                        secret,
                        "secret_url",
                        data("application/yaml", secret),
                        "no_webhook_secret",
                        app.webhookSecret() != null
                                ? ""
                                : "GitHub gave no webhook secret: write one on the App's page and add it here as "
                                        + "FLIGHTLOG_GITHUB_WEBHOOK_SECRET, or webhook-secret in the Secret."));
    }

    /** A file that the browser has already: no second request that would have to find the secrets somewhere. */
    private static String data(String type, String content) {
        return "data:" + type + ";base64,"
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }
}
