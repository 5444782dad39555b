package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.flightlog.fake.model.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a request through faults, authentication, rate limit and permission to its endpoint. */
final class ApiServer {
    private final World world;
    private final Router router;
    private final Authentication authentication;
    private final Gate gate;
    private final RateLimits limits;
    private final SecondaryLimits secondary;
    private final Faults faults;
    private final Recorder recorder;
    private final Urls urls;
    private final Wire wire;

    ApiServer(
            World world,
            Router router,
            Authentication authentication,
            Gate gate,
            RateLimits limits,
            SecondaryLimits secondary,
            Faults faults,
            Recorder recorder,
            Urls urls,
            Wire wire) {
        this.world = world;
        this.router = router;
        this.authentication = authentication;
        this.gate = gate;
        this.limits = limits;
        this.secondary = secondary;
        this.faults = faults;
        this.recorder = recorder;
        this.urls = urls;
        this.wire = wire;
    }

    void handle(HttpExchange exchange) throws IOException {
        Received received = Received.of(exchange);
        boolean refused = secondary.begin(received.method(), received.path());
        try {
            wire.travel();
            handle(exchange, received, refused);
        } finally {
            secondary.end();
        }
    }

    private void handle(HttpExchange exchange, Received received, boolean tooMany) throws IOException {
        Optional<Fault> fault = faults.take(received.method(), received.target());
        Caller caller = new Caller.Nobody();
        Answer answer;
        try {
            caller = authentication.caller(received.header("authorization"));
            if (tooMany) {
                throw Refusal.violation(
                        Answer.message(403, "You have exceeded a secondary rate limit."), "beyond a secondary limit");
            }
            answer = answerUnlessFaulty(received, caller, fault.orElse(null));
        } catch (Refusal refusal) {
            answer = refused(received, refusal);
        }
        answer = ConditionalRequests.apply(received, answer);
        RateLimits.Budget budget = limits.count(
                caller,
                received.path().equals("/graphql") ? "graphql" : "core",
                world.now(),
                answer.status() == 304 || received.path().equals("/rate_limit") ? 0 : 1);
        if (budget.exceeded()) {
            answer = Answer.message(403, "API rate limit exceeded for installation.");
        }
        recorder.request(received.record("api", answer.status(), caller, world.now()));
        wire.send(exchange, answer, budget, fault.orElse(null));
    }

    private Answer answerUnlessFaulty(Received received, Caller caller, @Nullable Fault fault) throws IOException {
        return switch (fault) {
            case Fault.Status status -> Wire.statusAnswer(status);
            case Fault.GraphQlErrors errors -> Wire.graphQlAnswer(errors);
            case Fault.Redirect redirect ->
                Answer.status(302).with("Location", redirect.to().toString());
            case Fault.Stall _ -> Answer.status(504);
            case Fault.ResetMidBody _, Fault.TruncatedLine _, Fault.Slow _, Fault.LostAnswer _, Fault.Meanwhile _ ->
                answer(received, caller);
            case null -> answer(received, caller);
        };
    }

    private Answer refused(Received received, Refusal refusal) {
        String violation = refusal.violation();
        if (violation != null) {
            violation(received, violation);
        }
        return refusal.answer();
    }

    private void violation(Received received, String text) {
        recorder.violation(received.method() + " " + received.path() + ": " + text);
    }

    private Answer answer(Received received, Caller caller) throws IOException {
        gate.checkHeaders(received);
        String path = IdPaths.byName(world, received.path());
        Router.Match match = router.find(received.method(), path)
                .orElseThrow(() -> Refusal.violation(
                        Answer.message(404, "No such endpoint: " + received.method() + " " + received.path()),
                        "unknown endpoint"));
        Map<String, String> query = new LinkedHashMap<>(received.query());
        Call call = new Call(
                received.method(),
                path,
                match.variables(),
                query,
                body(received),
                caller,
                world,
                urls.api(),
                text -> violation(received, text));
        gate.check(match.route().access(), caller);
        synchronized (world) {
            return match.route().handler().handle(call);
        }
    }

    /** GitHub itself guesses; what stands before a GHE.com often does not. */
    private static JsonNode body(Received received) {
        if (received.body().length > 0 && !received.headers().containsKey("content-type")) {
            throw Refusal.violation(Answer.message(415, "Unsupported Media Type"), "a body without Content-Type");
        }
        if (received.headers().getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
            return Json.tree(Received.parse(new String(received.body(), StandardCharsets.UTF_8)));
        }
        try {
            return Json.read(received.body());
        } catch (IOException e) {
            throw Refusal.violation(Answer.message(400, "Problems parsing JSON"), "body is not JSON");
        }
    }
}
