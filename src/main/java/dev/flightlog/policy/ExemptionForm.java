package dev.flightlog.policy;

import dev.flightlog.seat.Exemption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One entry of {@code seats.exempt}: a user or a team, perhaps until a date, perhaps with a reason. */
record ExemptionForm() implements Form<Exemption> {
    private static final String WANTED = "a user or a team, such as \"user: ada\"";
    static final Map<String, Form<?>> FIELDS = fields();

    private static Map<String, Form<?>> fields() {
        var fields = new LinkedHashMap<String, Form<?>>();
        fields.put("user", NameForms.LOGIN);
        fields.put("team", NameForms.TEAM);
        fields.put("until", PolicyForm.date());
        fields.put("reason", NameForms.REASON);
        return fields;
    }

    @Override
    public Optional<Exemption> read(YamlNode node, String path, NodeReading reading) {
        return switch (node) {
            case YamlNode.Refused _ -> Optional.empty();
            case YamlNode.Mapping mapping -> read(mapping, path, reading);
            case YamlNode.Scalar _, YamlNode.Sequence _ -> {
                reading.wrongValue(node, path, WANTED, Optional.empty());
                yield Optional.empty();
            }
        };
    }

    private static Optional<Exemption> read(YamlNode.Mapping mapping, String path, NodeReading reading) {
        Map<String, YamlNode> fields = MappingEntries.known(mapping, path, List.copyOf(FIELDS.keySet()), reading);
        Optional<String> user = field(fields, "user", NameForms.LOGIN, path, reading);
        Optional<String> team = field(fields, "team", NameForms.TEAM, path, reading);
        Optional<LocalDate> until = field(fields, "until", PolicyForm.date(), path, reading);
        Optional<String> reason = field(fields, "reason", NameForms.REASON, path, reading);
        if (fields.containsKey("user") == fields.containsKey("team")) {
            String found = fields.containsKey("user") ? "both a user and a team" : "neither a user nor a team";
            reading.error(mapping.span(), path, found, path + " must name " + WANTED + ", but names " + found);
            return Optional.empty();
        }
        return user.<Exemption>map(login -> new Exemption.ForUser(login, until, reason))
                .or(() -> team.map(slug -> new Exemption.ForTeam(slug, until, reason)));
    }

    private static <T> Optional<T> field(
            Map<String, YamlNode> fields, String name, Form<T> form, String path, NodeReading reading) {
        return Optional.ofNullable(fields.get(name)).flatMap(node -> form.read(node, path + "." + name, reading));
    }

    @Override
    public String show(Exemption exemption) {
        String name = switch (exemption) {
            case Exemption.ForUser user -> "user " + user.login();
            case Exemption.ForTeam team -> "team " + team.slug();
        };
        var words = new ArrayList<String>(List.of(name));
        exemption.until().ifPresent(day -> words.add("until " + day));
        exemption.reason().ifPresent(reason -> words.add("(" + reason + ")"));
        return String.join(" ", words);
    }

    @Override
    public Map<String, Object> schema() {
        var properties = Schemas.of();
        properties.put("user", describe("user", "Login of a person whose seat is never called idle."));
        properties.put("team", describe("team", "Slug of a team whose people's seats are never called idle."));
        properties.put("until", describe("until", "Last day (UTC) on which this holds; without it, for good."));
        properties.put("reason", describe("reason", "Why, for those who read it later."));
        return Schemas.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "oneOf",
                List.of(Schemas.of("required", List.of("user")), Schemas.of("required", List.of("team"))),
                "properties",
                properties);
    }

    private static Map<String, Object> describe(String field, String description) {
        Map<String, Object> schema = Schemas.of("description", description);
        schema.putAll(Objects.requireNonNull(FIELDS.get(field)).schema());
        return schema;
    }
}
