package dev.flightlog.fake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rate limit, meta and versions. */
final class MiscellaneousRoutes {
    private final RateLimits limits;

    MiscellaneousRoutes(RateLimits limits) {
        this.limits = limits;
    }

    void addTo(Router router) {
        router.get("/rate_limit", Access.ANYONE, this::rateLimit)
                .get(
                        "/meta",
                        Access.ANYONE,
                        call -> Answer.ok(Json.object(
                                "verifiable_password_authentication", false,
                                "hooks", List.of("127.0.0.0/8", "::1/128"),
                                "domains", Json.object("copilot", List.of("127.0.0.1")))))
                .get("/versions", Access.ANYONE, call -> Answer.ok(List.of("2022-11-28", "2026-03-10")));
    }

    private Answer rateLimit(Call call) {
        Map<String, @Nullable Object> core = shape(call, "core");
        return Answer.ok(Json.object(
                "resources",
                Json.object("core", core, "graphql", shape(call, "graphql"), "search", shape(call, "search")),
                "rate",
                core));
    }

    private Map<String, @Nullable Object> shape(Call call, String resource) {
        RateLimits.Budget budget =
                limits.count(call.caller(), resource, call.world().now(), 0);
        return Json.object(
                "limit", budget.limit(),
                "used", budget.used(),
                "remaining", budget.remaining(),
                "reset", budget.reset().getEpochSecond());
    }
}
