package dev.flightlog.policy;

import dev.flightlog.text.EnglishText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one mapping: each known, each once. */
final class MappingEntries {
    private MappingEntries() {}

    /** The values of known keys by name; unknown keys, doubled keys and keys that are no words are reported. */
    static Map<String, YamlNode> known(YamlNode.Mapping mapping, String path, List<String> names, NodeReading reading) {
        var known = new LinkedHashMap<String, YamlNode>();
        var lines = new HashMap<String, Integer>();
        for (YamlNode.Entry entry : mapping.entries()) {
            name(entry.key(), path, reading).ifPresent(name -> {
                Integer first = lines.putIfAbsent(name, entry.key().span().line());
                String keyPath = PolicyKeys.join(path, name);
                if (first != null) {
                    String message = keyPath + " is set twice, first on line " + first + "; delete one of them";
                    reading.error(entry.key().span(), keyPath, name, message);
                } else if (names.contains(name)) {
                    known.put(name, entry.value());
                    reading.position(keyPath, entry.key().span());
                } else {
                    unknown(entry.key(), name, path, names, reading);
                }
            });
        }
        return known;
    }

    private static Optional<String> name(YamlNode key, String path, NodeReading reading) {
        return switch (key) {
            case YamlNode.Scalar scalar -> Optional.of(scalar.value());
            case YamlNode.Refused _ -> Optional.empty();
            case YamlNode.Sequence _, YamlNode.Mapping _ -> {
                reading.error(key.span(), path, key.found(), "a key must be a word, but is " + key.found());
                yield Optional.empty();
            }
        };
    }

    private static void unknown(YamlNode key, String name, String path, List<String> names, NodeReading reading) {
        Optional<String> nearest = EnglishText.nearest(name, names);
        String advice = nearest.map(word -> "; did you mean \"" + word + "\"?")
                .or(() -> PolicyKeys.elsewhere(name).map(right -> "; write it as " + right))
                .orElse("; the keys here are " + String.join(", ", names));
        String where = path.isEmpty() ? "the policy" : path;
        String message = "\"" + EnglishText.shorten(name) + "\" is not a key of " + where + advice;
        reading.error(
                key.span(),
                PolicyKeys.join(path, EnglishText.shorten(name)),
                name,
                message,
                nearest.or(() -> PolicyKeys.elsewhere(name)));
    }
}
