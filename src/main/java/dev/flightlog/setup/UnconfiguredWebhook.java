package dev.flightlog.setup;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deliveries while no App is configured: come again. A server that lost its credentials by an upgrade then shows as
 * failing on GitHub, and missed deliveries are fetched from GitHub's log once they are back.
 */
@Hidden
@Controller("/webhooks/github")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(condition = NotConfigured.class)
class UnconfiguredWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(UnconfiguredWebhook.class);
    private static final String RETRY_AFTER_SECONDS = "300";

    private volatile boolean said;

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<Map<String, Object>> refuse() {
        if (!said) {
            said = true;
            LOG.warn("a delivery is refused with 503: no GitHub App is configured (FLIGHTLOG_GITHUB_APP_ID,"
                    + " FLIGHTLOG_GITHUB_PRIVATE_KEY or its file, FLIGHTLOG_GITHUB_WEBHOOK_SECRET)");
        }
        return HttpResponse.<Map<String, Object>>status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .contentType(MediaType.of("application/problem+json"))
                .body(Map.of(
                        "title",
                        HttpStatus.SERVICE_UNAVAILABLE.getReason(),
                        "status",
                        HttpStatus.SERVICE_UNAVAILABLE.getCode(),
                        "detail",
                        "no GitHub App is configured; the delivery will be fetched again from GitHub's log"));
    }
}
