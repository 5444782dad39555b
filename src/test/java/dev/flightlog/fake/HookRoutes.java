package dev.flightlog.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The App's delivery log and redeliveries (github.md: Delivery log). */
final class HookRoutes {
    private final Deliveries deliveries;
    private final Executor executor;

    HookRoutes(Deliveries deliveries, Executor executor) {
        this.deliveries = deliveries;
        this.executor = executor;
    }

    void addTo(Router router) {
        router.get("/app/hook/config", Access.APP, this::config)
                .get("/app/hook/deliveries", Access.APP, this::list)
                .get("/app/hook/deliveries/{id}", Access.APP, this::one)
                .post("/app/hook/deliveries/{id}/attempts", Access.APP, this::redeliver);
    }

    private Answer config(Call call) {
        return Answer.ok(Json.object(
                "url", String.valueOf(deliveries.url()),
                "content_type", "json",
                "secret", "********",
                "insecure_ssl", "0"));
    }

    private Answer list(Call call) {
        List<Delivery> all = deliveries.listed().stream()
                .filter(each -> matches(call.query("status"), each))
                .toList();
        int from = from(call, all);
        int size = Math.min(100, Integer.parseInt(call.query().getOrDefault("per_page", "30")));
        if (Integer.parseInt(call.query().getOrDefault("per_page", "30")) > 100) {
            call.violation("per_page is over 100");
        }
        int to = Math.min(all.size(), from + size);
        Answer answer =
                Answer.ok(all.subList(from, to).stream().map(HookRoutes::item).toList());
        if (to >= all.size()) {
            return answer;
        }
        String next = Paging.url(call, Map.of("cursor", "v1_" + all.get(to).id()));
        return answer.with("Link", "<" + next + ">; rel=\"next\"");
    }

    private static boolean matches(@Nullable String status, Delivery delivery) {
        return switch (status) {
            case null -> true;
            case "success" -> delivery.ok();
            // GitHub's filter finds only answers with an error status, not time-outs (github.md: Delivery log).
            case "failure" -> delivery.statusCode() >= 400;
            default -> throw Refusal.malformed("status is " + status);
        };
    }

    private static int from(Call call, List<Delivery> all) {
        String cursor = call.query("cursor");
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("v1_\\d+")) {
            throw Refusal.violation(Answer.message(422, "Invalid cursor"), "cursor is not one that we gave");
        }
        long id = Long.parseLong(cursor.substring(3));
        return (int) all.stream().filter(each -> each.id() > id).count();
    }

    private static Map<String, @Nullable Object> item(Delivery delivery) {
        return Json.object(
                "id", delivery.id(),
                "guid", delivery.guid(),
                "delivered_at", delivery.deliveredAt(),
                "redelivery", delivery.redelivery(),
                "duration", Math.round(delivery.duration() * 100) / 100.0,
                "status", delivery.status(),
                "status_code", delivery.statusCode(),
                "event", delivery.event(),
                "action", delivery.action(),
                "installation_id", delivery.installationId(),
                "repository_id", delivery.repositoryId(),
                "throttled_at", null);
    }

    private Delivery find(Call call) {
        return deliveries.find(call.number("id")).orElseThrow(Refusal::notFound);
    }

    private Answer one(Call call) {
        Delivery delivery = find(call);
        Map<String, @Nullable Object> shape = item(delivery);
        shape.put("url", delivery.url());
        shape.put("request", Json.object("headers", delivery.requestHeaders(), "payload", delivery.payload()));
        shape.put("response", Json.object("headers", delivery.responseHeaders(), "payload", delivery.responseBody()));
        return Answer.ok(shape);
    }

    private Answer redeliver(Call call) {
        long id = find(call).id();
        executor.execute(() -> deliveries.redeliver(id));
        return new Answer(202, Map.of(), Map.of());
    }
}
