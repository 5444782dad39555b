package dev.flightlog.webhook;

import dev.flightlog.database.DatabaseException;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes GitHub's deliveries: 202 once they are committed, and nothing else before that. */
@Controller("/webhooks/github")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "flightlog.github.webhook-secret")
class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final String RETRY_AFTER_SECONDS = "30";
    private static final int LONGEST_EVENT_NAME = 100;

    private final WebhookSignature signature;
    private final DeliveryIntake intake;
    private final IntakeBulkhead gate;
    private final BodyReadTimeout deadline;
    private final DatabaseCircuitBreaker outage;
    private final MeterRegistry meters;

    WebhookController(
            WebhookSignature signature,
            DeliveryIntake intake,
            IntakeBulkhead gate,
            BodyReadTimeout deadline,
            DatabaseCircuitBreaker outage,
            MeterRegistry meters) {
        this.signature = signature;
        this.intake = intake;
        this.gate = gate;
        this.deadline = deadline;
        this.outage = outage;
        this.meters = meters;
    }

    @Post
    @Consumes(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> receive(HttpRequest<?> request, @Body @Nullable InputStream body) {
        try (body) {
            HttpResponse<?> answer = receive(request, body, request.getHeaders().get("X-Hub-Signature-256"));
            return deadline.within(() -> {
                WebhookBody.discard(body);
                return answer;
            });
        } catch (BodyReadTimeout.Passed slow) {
            return answer("refused", problem(HttpStatus.REQUEST_TIMEOUT, "the body did not come in time"));
        } catch (IOException broken) {
            return answer("refused", problem(HttpStatus.BAD_REQUEST, "the body broke off"));
        }
    }

    private HttpResponse<?> receive(HttpRequest<?> request, @Nullable InputStream body, @Nullable String claimed)
            throws IOException {
        long length = request.getContentLength();
        if (!WebhookSignature.wellFormed(claimed)) {
            return unsigned();
        }
        if (length > WebhookBody.MOST_BYTES) {
            return tooLarge();
        }
        try (IntakeBulkhead.Permit permit = gate.enter(length)) {
            return permit == null
                    ? busy()
                    : read(request, claimed, deadline.within(() -> WebhookBody.read(body, length)));
        }
    }

    private HttpResponse<?> read(HttpRequest<?> request, @Nullable String claimed, byte[] bytes) {
        if (bytes.length > WebhookBody.MOST_BYTES) {
            return tooLarge();
        }
        if (!signature.signs(claimed, bytes)) {
            return unsigned();
        }
        try {
            return accept(delivery(request, bytes));
        } catch (IllegalArgumentException wrong) {
            return answer("refused", problem(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage())));
        }
    }

    private HttpResponse<?> unsigned() {
        return answer("unsigned", problem(HttpStatus.UNAUTHORIZED, "X-Hub-Signature-256 does not sign this body"));
    }

    private HttpResponse<?> tooLarge() {
        return answer("refused", problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "the body is over 25 MB"));
    }

    private HttpResponse<?> busy() {
        return answer(
                "busy",
                problem(HttpStatus.SERVICE_UNAVAILABLE, "too many deliveries at once; come again")
                        .header("Retry-After", RETRY_AFTER_SECONDS));
    }

    private HttpResponse<?> accept(Delivery delivery) {
        try {
            return outage.unlessAway(() -> intake.accept(delivery))
                    .<HttpResponse<?>>map(fresh -> answer(fresh ? "accepted" : "repeated", HttpResponse.accepted()))
                    .orElseGet(this::unavailable);
        } catch (DatabaseException away) {
            LOG.warn(
                    "delivery {} ({}) was not stored, GitHub is told to come again: {}",
                    delivery.guid(),
                    delivery.event(),
                    away.getMessage());
            return unavailable();
        }
    }

    private HttpResponse<?> unavailable() {
        return answer(
                "unavailable",
                problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "the database is away; the delivery will be fetched again from GitHub's log")
                        .header("Retry-After", RETRY_AFTER_SECONDS));
    }

    private static Delivery delivery(HttpRequest<?> request, byte[] bytes) {
        String event = required(request, "X-GitHub-Event");
        if (event.length() > LONGEST_EVENT_NAME) {
            throw new IllegalArgumentException("X-GitHub-Event is too long");
        }
        UUID guid = guid(required(request, "X-GitHub-Delivery"));
        boolean form = request.getContentType()
                .filter(type -> type.getName().equals(MediaType.APPLICATION_FORM_URLENCODED))
                .isPresent();
        byte[] payload = form ? WebhookBody.ofForm(bytes) : bytes;
        if (!WebhookBody.isJsonObject(payload)) {
            throw new IllegalArgumentException("the body is not a JSON object");
        }
        return new Delivery(guid, event, payload);
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
