package dev.flightlog.webhook;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.database.OutageCauses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes GitHub's deliveries: 202 once they are committed, and nothing else before that. */
@Controller("/webhooks/github")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "flightlog.github.webhook-secret", pattern = "(?s).*\\S.*")
class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final String RETRY_AFTER_SECONDS = "30";
    private static final int MAX_EVENT_NAME_LENGTH = 100;

    private final BodyReader reader;
    private final DeliveryIntake intake;
    private final BodyBudget budget;
    private final BodyReadTimeout deadline;
    private final DatabaseCircuitBreaker outage;
    private final UnsignedDeliveries unsigned;
    private final MissedDeliveries missed;
    private final MeterRegistry meters;
    private final OutageCauses causes = new OutageCauses();
    private final AtomicBoolean diskRefuses = new AtomicBoolean();

    WebhookController(
            BodyReader reader,
            DeliveryIntake intake,
            BodyBudget budget,
            BodyReadTimeout deadline,
            DatabaseCircuitBreaker outage,
            UnsignedDeliveries unsigned,
            MissedDeliveries missed,
            MeterRegistry meters) {
        this.reader = reader;
        this.intake = intake;
        this.budget = budget;
        this.deadline = deadline;
        this.outage = outage;
        this.unsigned = unsigned;
        this.missed = missed;
        this.meters = meters;
    }

    @Post
    @Consumes(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> receive(HttpRequest<?> request, @Body @Nullable InputStream body) {
        String claimed = request.getHeaders().get("X-Hub-Signature-256");
        if (!WebhookSignature.wellFormed(claimed)) {
            unsigned.missingSignature();
            return unsigned();
        }
        long length = request.getContentLength();
        if (length > BodyReader.MAX_BYTES) {
            return tooLarge();
        }
        try (BodyBudget.Lease lease = budget.lease()) {
            return receive(request, body, (int) Math.max(0, length), claimed, lease);
        }
    }

    // What the reader gives may be null, which the checker does not read from the type of its caller.
    @SuppressWarnings("NullAway")
    private HttpResponse<?> receive(
            HttpRequest<?> request,
            @Nullable InputStream body,
            int length,
            @Nullable String claimed,
            BodyBudget.Lease lease) {
        try (@Nullable
                ReceivedBody received =
                        deadline.<@Nullable ReceivedBody>within(() -> reader.read(body, length, claimed, lease))) {
            if (received == null) {
                unsigned.wrongSignature();
                return unsigned();
            }
            unsigned.signed();
            if (received instanceof ReceivedBody.OnDisk && diskRefuses.getAndSet(false)) {
                LOG.info("large deliveries are taken again");
            }
            return accept(request, received);
        } catch (BodyFile.RefusedException full) {
            return refusedByDisk(full);
        } catch (BodyReadTimeout.Passed slow) {
            return close(answer("refused", problem(HttpStatus.REQUEST_TIMEOUT, "the body did not come in time")));
        } catch (BodyBudget.ExhaustedException full) {
            return busy();
        } catch (IOException broken) {
            return lease.wasEvicted()
                    ? busy()
                    : close(answer("refused", problem(HttpStatus.BAD_REQUEST, "the body broke off")));
        } catch (IllegalArgumentException wrong) {
            return answer("refused", problem(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage())));
        }
    }

    private HttpResponse<?> accept(HttpRequest<?> request, ReceivedBody body) throws IOException {
        String event = required(request, "X-GitHub-Event");
        if (event.length() > MAX_EVENT_NAME_LENGTH) {
            throw new IllegalArgumentException("X-GitHub-Event is too long");
        }
        UUID guid = guid(required(request, "X-GitHub-Delivery"));
        boolean form = request.getContentType()
                .filter(type -> type.getName().equals(MediaType.APPLICATION_FORM_URLENCODED))
                .isPresent();
        if (!form) {
            return accept(guid, event, body);
        }
        try (ReceivedBody payload = body.ofForm()) {
            return accept(guid, event, payload);
        }
    }

    private HttpResponse<?> accept(UUID guid, String event, ReceivedBody payload) {
        if (!payload.isJsonObject()) {
            throw new IllegalArgumentException("the body is not a JSON object");
        }
        try {
            return outage.unlessAway(() -> intake.accept(guid, event, payload))
                    .<HttpResponse<?>>map(this::stored)
                    .orElseGet(this::unavailable);
        } catch (DatabaseException away) {
            causes.unsaid(away)
                    .ifPresent(cause -> LOG.warn(
                            "delivery {} ({}) is not stored and answered with 503, as further ones are until Postgres"
                                    + " takes them; GitHub's log is asked for them a minute later. {}",
                            guid,
                            event,
                            cause));
            return unavailable();
        }
    }

    private HttpResponse<?> stored(boolean fresh) {
        if (causes.over()) {
            LOG.info("deliveries are stored again");
        }
        return answer(fresh ? "accepted" : "repeated", HttpResponse.accepted());
    }

    private HttpResponse<?> unsigned() {
        return close(
                answer("unsigned", problem(HttpStatus.UNAUTHORIZED, "X-Hub-Signature-256 does not sign this body")));
    }

    private HttpResponse<?> tooLarge() {
        return close(answer("refused", problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "the body is over 25 MB")));
    }

    private HttpResponse<?> busy() {
        return close(answer(
                "busy",
                problem(HttpStatus.SERVICE_UNAVAILABLE, "too many deliveries at once; try again later")
                        .header("Retry-After", RETRY_AFTER_SECONDS)));
    }

    /** Nobody knows whose body it was: its signature could not be computed to the end. */
    private HttpResponse<?> refusedByDisk(BodyFile.RefusedException full) {
        if (!diskRefuses.getAndSet(true)) {
            LOG.error(
                    "a delivery above 256 KB is answered with 503, as further ones are: {}. Give that directory more"
                            + " room (the chart's tmp.sizeLimit; how much: operations.md). GitHub's log is asked for them"
                            + " every ten minutes",
                    full.getMessage());
        }
        return close(answer(
                "unavailable",
                problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "no room for a large body; the delivery will be fetched again from GitHub's log")
                        .header("Retry-After", RETRY_AFTER_SECONDS)));
    }

    /** Ends the connection: what is left of a stranger's body is not read. */
    private static HttpResponse<?> close(HttpResponse<?> response) {
        return response.toMutableResponse().header("Connection", "close");
    }

    private HttpResponse<?> unavailable() {
        missed.note();
        return answer(
                "unavailable",
                problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "the database is unavailable; the delivery will be fetched again from GitHub's log")
                        .header("Retry-After", RETRY_AFTER_SECONDS));
    }

    private static String required(HttpRequest<?> request, String header) {
        String value = request.getHeaders().get(header);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the header " + header + " is missing");
        }
        return value;
    }

    /** Java reads short forms too; GitHub never sends them. */
    private static UUID guid(String text) {
        UUID guid = text.length() == 36 ? UUID.fromString(text) : null;
        if (guid == null) {
            throw new IllegalArgumentException("X-GitHub-Delivery is not a GUID");
        }
        return guid;
    }

    private HttpResponse<?> answer(String outcome, HttpResponse<?> response) {
        meters.counter("flightlog.deliveries", "event", "any", "outcome", outcome)
                .increment();
        return response;
    }

    private static MutableHttpResponse<Map<String, Object>> problem(HttpStatus status, String detail) {
        return HttpResponse.<Map<String, Object>>status(status)
                .contentType(MediaType.of("application/problem+json"))
                .body(Map.of("title", status.getReason(), "status", status.getCode(), "detail", detail));
    }
}
