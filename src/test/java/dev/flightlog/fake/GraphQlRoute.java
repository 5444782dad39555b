package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.graphql.Document;
import dev.flightlog.fake.graphql.Execution;
import dev.flightlog.fake.graphql.GraphObject;
import dev.flightlog.fake.graphql.GraphQlException;
import dev.flightlog.fake.graphql.Parser;
import dev.flightlog.fake.model.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The GraphQL endpoint: errors come with status 200, and a wrong query is a violation. */
final class GraphQlRoute {
    private final DiscussionGraph graph;
    private final Person bot;
    private final Echo echo;

    GraphQlRoute(DiscussionGraph graph, Person bot, Echo echo) {
        this.graph = graph;
        this.bot = bot;
        this.echo = echo;
    }

    void addTo(Router router) {
        router.post("/graphql", Access.TOKEN, this::answer);
    }

    private Answer answer(Call call) {
        try {
            return Answer.ok(Json.object("data", execute(call)));
        } catch (GraphQlException e) {
            if (e.misuse()) {
                call.violation(String.valueOf(e.getMessage()));
            }
            return error(e.type(), e.getMessage());
        } catch (Refusal refusal) {
            if (refusal.violation() != null) {
                call.violation(refusal.violation());
            }
            return error("UNPROCESSABLE", String.valueOf(refusal.getMessage()));
        }
    }

    private static Answer error(String type, @Nullable String message) {
        return Answer.ok(Json.object(
                "data", null, "errors", List.of(Json.object("type", type, "path", List.of(), "message", message))));
    }

    private Map<String, @Nullable Object> execute(Call call) {
        Document document =
                Parser.parse(call.text("query"), variables(call.body().path("variables")));
        Execution execution = new Execution(document.fragments());
        GraphNodes nodes = new GraphNodes(call, graph);
        GraphObject root =
                document.mutation() ? new GraphMutations(call, graph, nodes, bot, echo).mutation() : query(call, nodes);
        return execution.select(root, document.selections());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> variables(JsonNode variables) {
        return variables.isObject() ? Json.MAPPER.convertValue(variables, LinkedHashMap.class) : Map.of();
    }

    private GraphObject query(Call call, GraphNodes nodes) {
        return new GraphObject("Query")
                .field("viewer", () -> graph.actor(bot))
                .function("node", arguments -> {
                    arguments.allow(Set.of("id"));
                    return nodes.node(arguments.required("id"));
                })
                .function("repository", arguments -> {
                    arguments.allow(Set.of("owner", "name", "followRenames"));
                    return repository(call, arguments.required("owner"), arguments.required("name"));
                })
                .field(
                        "rateLimit",
                        () -> new GraphObject("RateLimit")
                                .field("limit", () -> 5_000)
                                .field("cost", () -> 1)
                                .field("used", () -> 1)
                                .field("remaining", () -> 4_999)
                                .field("resetAt", () -> call.world().now().plusSeconds(3_600)));
    }

    private GraphObject repository(Call call, String owner, String name) {
        return call.world()
                .repository(owner, name)
                .or(() -> call.world().repositoryFormerly(owner, name))
                .filter(call.grant()::sees)
                .map(graph::repository)
                .orElseThrow(() -> GraphQlException.notFound(
                        "Could not resolve to a Repository with the name '" + owner + "/" + name + "'."));
    }
}
