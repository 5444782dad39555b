package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies with a right signature that GitHub never sends: real ones with anything in place of anything. */
class HostileDeliveriesTest {
    private static final int BODIES = 300;
    private static final int MAX_CHANGES = 4;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random = new Random(20_261_118);

    @Test
    void neverBreakTheServer() {
        try (TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")))
                .careless()) {
            Organization acme = app.github().world().addOrganization("acme");
            acme.addOwner("ada");
            acme.addRepository("copilot-governance");
            app.github().installApp(acme);
            app.runJobs();
            Issue issue = app.github().people().openIssue(acme.governance(), "ada", "Questions", "Ask here");
            List<Delivery> real = realOnes(app, acme, issue);

            for (int number = 0; number < BODIES; number++) {
                Delivery model = real.get(random.nextInt(real.size()));
                JsonNode body = model.payload().deepCopy();
                for (int change = 1 + random.nextInt(MAX_CHANGES); change > 0; change--) {
                    spoil(body);
                }
                assertThat(app.github().deliver(model.event(), body).statusCode())
                        .as("%s %s", model.event(), body)
                        .isBetween(200, 499);
            }
            app.runJobs();
            for (int attempt = 0; attempt < 8; attempt++) {
                app.pass(Duration.ofMinutes(5));
            }

            assertThat(app.query("select count(*) from delivery where state = 'received'"))
                    .containsExactly("0");
            var comment = app.github().people().comment(issue, "ada", "/copilot help");
            app.runJobs();
            assertThat(comment.reactions()).extracting(Reaction::content).containsExactly("eyes", "+1");
        }
    }

    private static List<Delivery> realOnes(TestApplication app, Organization acme, Issue issue) {
        app.github().people().comment(issue, "ada", "/copilot policy");
        app.github().people().push(acme.governance(), "ada", "README.md", "# Copilot");
        var team = app.github().administrators().createTeam(acme, "Platform", null);
        app.github().administrators().addToTeam(team, app.github().world().person("ada"));
        app.github().administrators().addMember(acme, "grace", "Grace");
        app.runJobs();
        return app.github().deliveries().all();
    }

    /** Puts something else where something was. */
    private void spoil(JsonNode body) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(body, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            object.set(names.get(random.nextInt(names.size())), anything());
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private JsonNode anything() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(-1);
            case 2 -> JSON.numberNode(Long.MAX_VALUE);
            case 3 -> JSON.numberNode(1e300);
            case 4 -> JSON.textNode("");
            case 5 -> JSON.textNode("\u0000'; drop table delivery; --");
            case 6 -> JSON.textNode("x".repeat(200_000));
            case 7 -> JSON.objectNode();
            case 8 -> JSON.booleanNode(true);
            case 9 -> deep();
            case 10 -> JSON.textNode("../../\u202e/%2e%2e?a=b#\r\nX-Header: 1");
            default -> JSON.arrayNode().add(JSON.objectNode().put("id", "id"));
        };
    }

    private static JsonNode deep() {
        ArrayNode root = JSON.arrayNode();
        ArrayNode inner = root;
        for (int depth = 0; depth < 300; depth++) {
            inner = inner.addArray();
        }
        return root;
    }
}
