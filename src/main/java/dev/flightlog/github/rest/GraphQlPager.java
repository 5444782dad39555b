package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads GraphQL's lists page by page, asking for the next page only when it is needed. */
public record GraphQlPager(GraphQlClient graphQl, Access access) {
    private static final int PAGES = 5;

    /**
     * The nodes of a list with {@code pageInfo}; the query takes the variable {@code cursor}.
     *
     * @param list from the answer's data to the list
     */
    public Stream<JsonNode> first(String query, Map<String, String> variables, UnaryOperator<JsonNode> list) {
        return Stream.iterate(
                        page(query, variables, list),
                        page -> !page.isMissingNode(),
                        page -> next(query, variables, list, page))
                .limit(PAGES)
                .flatMap(page -> page.path("nodes").valueStream());
    }

    private JsonNode next(
            String query, Map<String, String> variables, UnaryOperator<JsonNode> list, JsonNode previous) {
        JsonNode info = previous.path("pageInfo");
        if (!info.path("hasNextPage").asBoolean()) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        Map<String, String> further = new HashMap<>(variables);
        further.put("cursor", Fields.text(info, "endCursor"));
        return page(query, further, list);
    }

    private JsonNode page(String query, Map<String, String> variables, UnaryOperator<JsonNode> list) {
        return list.apply(graphQl.query(access, query, variables));
    }

    /** @throws GitHubException not found, where GraphQL says so with null */
    public static JsonNode present(JsonNode parent, String field, String what) {
        JsonNode value = parent.path(field);
        if (!value.hasNonNull("id")) {
            throw new GitHubException(new Failure.NotFound(), "POST /graphql (" + what + ")");
        }
        return value;
    }
}
