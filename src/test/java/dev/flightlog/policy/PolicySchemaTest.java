package dev.flightlog.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema that editors read says what the parser does; {@code -Dgolden.update=true} writes it from the keys. */
class PolicySchemaTest {
    private static final Path FILE = Path.of("src/main/resources/schemas/flightlog.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isMadeOfTheKeysThatTheParserReads() throws IOException {
        String expected = JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(schema())
                + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, expected);
        }

        assertThat(Files.readString(FILE)).isEqualTo(expected);
    }

    @Test
    void describesEveryField() throws IOException {
        List<String> undescribed = new ArrayList<>();
        walk(JSON.readTree(FILE.toFile()), "", undescribed);

        assertThat(undescribed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "full.yml",
                "other.yml",
                "minimal.yml",
                "empty-sections.yml",
                "twelve-mistakes.yml",
                "more-mistakes.yml"
            })
    void agreesWithTheParserOnFiles(String file) throws IOException {
        agrees(PolicyFiles.text(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 1",
                "version: 2",
                "unknown: 1",
                "summary: {post_to: issue}",
                "summary: {post_to: Issue}",
                "summary: {day: monday, time: 08:00}",
                "summary: {time: \"8:00\"}",
                "summary: {time: \"24:00\"}",
                "summary: {timezone: America/New_York}",
                "summary: {timezone: \"not a zone\"}",
                "summary: {labels: [\"a,b\"]}",
                "summary: {labels: [2026]}",
                "summary: {labels: [\"12345678901234567890123456789012345678901234567890\"]}",
                "summary: {labels: [\"123456789012345678901234567890123456789012345678901\"]}",
                "summary: {assignees: [a, b, c, d, e, f, g, h, i, j, k]}",
                "summary: {mention: [\"@ada\", \"@acme/platform\"]}",
                "summary: {mention: [ada]}",
                "summary: {close_previous: yes}",
                "seats: {idle_after: 30d, grace: 0d}",
                "seats: {idle_after: 30}",
                "seats: {idle_after: 1y}",
                "seats: {exempt: [{user: ada, until: 2027-01-31, reason: leave}]}",
                "seats: {exempt: [{user: ada, team: on-call}]}",
                "seats: {exempt: [{reason: leave}]}",
                "seats: {exempt: [{team: on-call, until: tomorrow}]}",
                "seats: {price_usd: {business: 17.5}}",
                "seats: {price_usd: {business: -1}}",
                "budget: {seats_usd_per_month: 0}",
                "budget: {ai_credits_per_month: 1.5}",
                "privacy: {min_team_size: 4}",
                "privacy: {min_team_size: 5}",
                "privacy: {names: sometimes}",
                "privacy: {retention: 52w}",
                "access: {admin_teams: [copilot-admins]}",
                "access: {admin_teams: [acme/copilot-admins]}",
                "commands: {prefix: copilot}",
                "commands: {prefix: /copilot}",
            })
    void agreesWithTheParser(String yaml) throws IOException {
        agrees(yaml);
    }

    private static void agrees(String yaml) throws IOException {
        boolean parser = PolicyParser.parse(yaml) instanceof PolicyResult.Valid;
        var load = new Load(LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .build());
        JsonNode file = JSON.valueToTree(load.loadFromString(yaml));
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(FILE));

        assertThat(schema.validate(file).isEmpty()).as("schema on %s", yaml).isEqualTo(parser);
    }

    private static void walk(JsonNode schema, String path, List<String> undescribed) {
        if (!schema.has("description")) {
            undescribed.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> walk(field.getValue(), path + "/" + field.getKey(), undescribed));
        schema.path("items")
                .path("properties")
                .properties()
                .forEach(field -> walk(field.getValue(), path + "/" + field.getKey(), undescribed));
    }

    private static Map<String, Object> schema() {
        Map<String, Object> schema = Schemas.of(
                "$schema", "http://json-schema.org/draft-07/schema#",
                "title", "Flightlog policy",
                "description", "How an organization wants its GitHub Copilot governed: " + Policy.FILE + ".");
        schema.putAll(section(""));
        return schema;
    }

    private static Map<String, Object> section(String path) {
        var properties = new LinkedHashMap<String, Object>();
        for (String name : PolicyKeys.namesIn(path)) {
            String full = PolicyKeys.join(path, name);
            Optional<Key<?>> key = PolicyKeys.at(full);
            Map<String, Object> field = Schemas.of(
                    "description",
                    key.map(Key::description).orElseGet(() -> PolicyKeys.SECTIONS.getOrDefault(full, "")));
            field.putAll(key.isPresent() ? field(key.get()) : section(full));
            properties.put(name, field);
        }
        return Schemas.of("type", List.of("object", "null"), "additionalProperties", false, "properties", properties);
    }

    private static <T> Map<String, Object> field(Key<T> key) {
        Map<String, Object> field = Schemas.of();
        field.putAll(key.form().schema());
        T value = key.value().apply(Policy.DEFAULTS);
        switch (value) {
            case Boolean flag -> field.put("default", flag);
            case Number number -> field.put("default", number);
            case List<?> list -> field.put("default", list);
            case Optional<?> none when none.isEmpty() -> {}
            default -> field.put("default", key.form().show(value));
        }
        return field;
    }
}
