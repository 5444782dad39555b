package dev.flightlog.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API's own description, and whether an answer is as it says: nothing missing, nothing more. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    static OpenApiDocument of(String yaml) {
        return new OpenApiDocument(
                JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
    }

    List<String> paths() {
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    /** Media type of a path's good answer. */
    String mediaType(String path) {
        return content(path).fieldNames().next();
    }

    /** What is wrong with an answer in JSON; nothing when it is as described. */
    List<String> complaints(String path, String answer) {
        try {
            ObjectNode schema = (ObjectNode)
                    strict(content(path).path("application/json").path("schema").deepCopy());
            schema.set("components", strict(document.path("components").deepCopy()));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(JSON.readTree(answer))
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            return List.of("the answer is not JSON");
        }
    }

    private JsonNode content(String path) {
        return document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content");
    }

    /** OpenAPI's nullable in the words of JSON Schema, and no field that is not described. */
    private static JsonNode strict(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, strict(array.get(index)));
            }
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        fields.forEach(field -> object.set(field, strict(object.get(field))));
        if (object.path("type").asText().equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        if (!object.path("nullable").isBoolean()) {
            return object;
        }
        object.remove("nullable");
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf")
                .add(JSON.createObjectNode().put("type", "null"))
                .add(object);
        return either;
    }
}
