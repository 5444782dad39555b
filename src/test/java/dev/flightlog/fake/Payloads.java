package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts webhook payloads together: the fields of an event and those that all events have (github.md: Webhooks). */
final class Payloads {
    private final Shapes shapes;

    Payloads(Shapes shapes) {
        this.shapes = shapes;
    }

    Shapes shapes() {
        return shapes;
    }

    /** A payload about an organization as a whole. */
    JsonNode about(Organization organization, Installation installation, Person sender, @Nullable Object... fields) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>(Json.object(fields));
        payload.put("organization", shapes.accounts().organization(organization));
        payload.put(
                "installation",
                Json.object("id", installation.id(), "node_id", NodeId.of(NodeId.INSTALLATION, installation.id())));
        payload.put("sender", shapes.accounts().person(sender));
        return Json.tree(payload);
    }

    /** A payload about something in a repository. */
    JsonNode about(Repository repository, Installation installation, Person sender, @Nullable Object... fields) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>(Json.object(fields));
        payload.put("repository", shapes.repositories().full(repository));
        return about(
                installation.organization(),
                installation,
                sender,
                payload.entrySet().stream()
                        .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                        .toArray());
    }

    /** A payload about the installation itself, which comes whole. */
    JsonNode aboutInstallation(Installation installation, Person sender, @Nullable Object... fields) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>(Json.object(fields));
        payload.put("installation", shapes.apps().installation(installation));
        payload.put("sender", shapes.accounts().person(sender));
        return Json.tree(payload);
    }
}
