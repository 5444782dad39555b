package dev.flightlog.fake;

import dev.flightlog.fake.graphql.GraphQlException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of reactions in GraphQL and REST. */
final class ReactionNames {
    /** GraphQL's name to REST's. */
    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("THUMBS_UP", "+1");
        ALL.put("THUMBS_DOWN", "-1");
        ALL.put("LAUGH", "laugh");
        ALL.put("HOORAY", "hooray");
        ALL.put("CONFUSED", "confused");
        ALL.put("HEART", "heart");
        ALL.put("ROCKET", "rocket");
        ALL.put("EYES", "eyes");
    }

    private ReactionNames() {}

    static String rest(String graph) {
        String rest = ALL.get(graph);
        if (rest == null) {
            throw GraphQlException.misuse("'" + graph + "' is no ReactionContent");
        }
        return rest;
    }

    static String graph(String rest) {
        return ALL.entrySet().stream()
                .filter(each -> each.getValue().equals(rest))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
