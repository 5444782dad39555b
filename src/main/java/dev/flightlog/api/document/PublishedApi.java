package dev.flightlog.api.document;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The compiler's OpenAPI document made complete: this server's address, the problems that every path may answer, and
 * the webhook's real status. Pages for browsers are left out.
 */
final class PublishedApi {
    private static final String WEBHOOK = "/webhooks/github";
    private static final String API = "/api/";
    private static final String SCHEMAS = "#/components/schemas/";

    private static final Map<String, String> API_PROBLEMS = Map.of(
            "400", "A parameter is wrong; the detail says what would be right.",
            "401", "No token that can be believed.",
            "403", "The token speaks for another organization, or people are not named here.",
            "404", "Not there, or may not be shown.");

    private static final Map<String, String> WEBHOOK_PROBLEMS = Map.of(
            "400", "A header is missing, or the body is no JSON object.",
            "401", "The signature is missing or signs another body.",
            "411", "The length of the body is not said.",
            "413", "The body is over 25 MB.",
            "415", "The body is encoded.",
            "503", "Too many requests at once, or the database is unavailable: try again later.");

    private PublishedApi() {}

    /** @param written by the compiler, YAML */
    @SuppressWarnings("unchecked") // the compiler's own document, held by a test
    static byte[] complete(byte[] written, String publicUrl) {
        Map<String, Object> document = (Map<String, Object>)
                new Load(LoadSettings.builder().build()).loadFromInputStream(new ByteArrayInputStream(written));
        Map<String, Object> whole = new LinkedHashMap<>();
        document.forEach((key, value) -> {
            whole.put(key, value);
            if (key.equals("info")) {
                whole.put("servers", List.of(Map.of("url", publicUrl)));
            }
        });
        child(whole, "info")
                .put("license", Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
        Map<String, Object> paths = child(whole, "paths");
        paths.keySet().removeIf(path -> !path.startsWith(API) && !path.equals(WEBHOOK));
        paths.forEach((path, operations) -> ((Map<String, Object>) operations)
                .values()
                .forEach(operation -> complete(path, (Map<String, Object>) operation)));
        Map<String, Object> schemas = child(child(whole, "components"), "schemas");
        schemas.put("Problem", problem());
        simplify(whole);
        schemas.keySet().retainAll(named(paths, schemas));
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .build())
                .dumpToString(whole)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The schemas that paths name, and those that these name: the pages' own are of no use to a reader of the API. */
    private static Set<String> named(Map<String, Object> paths, Map<String, Object> schemas) {
        Set<String> named = new HashSet<>();
        collect(paths, schemas, named);
        return named;
    }

    private static void collect(@Nullable Object node, Map<String, Object> schemas, Set<String> named) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference && reference.startsWith(SCHEMAS)) {
                String name = reference.substring(SCHEMAS.length());
                if (named.add(name)) {
                    collect(schemas.get(name), schemas, named);
                }
            }
            map.values().forEach(value -> collect(value, schemas, named));
        }
        if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, schemas, named));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), () -> "the document has no " + key);
    }

    private static void complete(String path, Map<String, Object> operation) {
        Map<String, Object> responses = child(operation, "responses");
        if (path.equals(WEBHOOK)) {
            responses.clear();
            responses.put("202", Map.of("description", "The delivery is stored."));
            operation.put("security", List.of());
            operation.put("summary", "Takes a delivery of GitHub's.");
            add(responses, WEBHOOK_PROBLEMS);
        } else {
            add(responses, API_PROBLEMS);
        }
    }

    private static void add(Map<String, Object> responses, Map<String, String> problems) {
        problems.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(problem -> responses.putIfAbsent(
                        problem.getKey(),
                        Map.of(
                                "description",
                                problem.getValue(),
                                "content",
                                Map.of(
                                        "application/problem+json",
                                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))))));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", Map.of("type", "string"));
        properties.put("status", Map.of("type", "integer", "format", "int32"));
        properties.put("detail", Map.of("type", "string"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", "RFC 9457");
        schema.put("properties", properties);
        return schema;
    }

    /** OpenAPI 3.0 allows nullable only next to a type, so "all of one" and "one of the same twice" become that one. */
    @SuppressWarnings("unchecked")
    private static void simplify(Object node) {
        if (node instanceof Map<?, ?> any) {
            Map<String, Object> map = (Map<String, Object>) any;
            if (map.containsKey("nullable") && map.containsKey("allOf")) {
                map.putIfAbsent("type", "object");
            }
            if (map.size() == 1
                    && map.get("allOf") instanceof List<?> parts
                    && parts.size() == 1
                    && parts.getFirst() instanceof Map<?, ?> only) {
                map.remove("allOf");
                map.putAll((Map<String, Object>) only);
            }
            map.values().forEach(PublishedApi::simplify);
            if (map.get("oneOf") instanceof List<?> parts
                    && Set.copyOf(parts).size() == 1
                    && parts.getFirst() instanceof Map<?, ?> only) {
                map.remove("oneOf");
                map.putAll((Map<String, Object>) only);
            }
        }
        if (node instanceof List<?> list) {
            list.forEach(PublishedApi::simplify);
        }
    }
}
