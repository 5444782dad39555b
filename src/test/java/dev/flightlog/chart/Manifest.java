package dev.flightlog.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One Kubernetes object as the chart rendered it. */
record Manifest(String kind, String name, JsonNode content) {
    private static final YAMLMapper YAML = new YAMLMapper();

    Manifest {
        if (kind.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an object needs kind and name, but has %s".formatted(content));
        }
    }

    /** The objects of a stream of YAML documents, in order. */
    static List<Manifest> allIn(String yaml) {
        List<Manifest> manifests = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNextValue()) {
                JsonNode document = documents.nextValue();
                if (document.isObject()) {
                    manifests.add(of(document));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not YAML:\n" + yaml, e);
        }
        return manifests;
    }

    /** The only object of this kind in a stream of YAML documents. */
    static Manifest only(String kind, String yaml) {
        List<Manifest> found =
                allIn(yaml).stream().filter(it -> it.kind().equals(kind)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one %s, found %s".formatted(kind, found));
        }
        return found.getFirst();
    }

    private static Manifest of(JsonNode document) {
        return new Manifest(
                document.path("kind").asText(),
                document.path("metadata").path("name").asText(),
                document);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
