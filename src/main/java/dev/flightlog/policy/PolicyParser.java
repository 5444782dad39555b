package dev.flightlog.policy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads the policy file strictly and reports every problem at once; it never throws. */
public final class PolicyParser {
    /** A longer file is refused unread. */
    public static final int MAX_BYTES = 256 * 1024;

    private final NodeReading reading = new NodeReading();
    private final Settings settings = new Settings();

    private PolicyParser() {}

    /** The file's text; nothing, white space or comments alone mean the defaults. */
    public static PolicyResult parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            return tooLong(file.length);
        }
        var parser = new PolicyParser();
        return parser.read(PolicyText.decode(file, parser.reading));
    }

    /** The file's text. */
    public static PolicyResult parse(String text) {
        int bytes = text.length() > MAX_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > MAX_BYTES ? tooLong(bytes) : new PolicyParser().read(text);
    }

    private static PolicyResult tooLong(int bytes) {
        var reading = new NodeReading();
        String message = "the file must be no longer than " + MAX_BYTES / 1024 + " KB, but has " + bytes + " bytes";
        reading.error(Span.START, "", bytes + " bytes", message);
        return reading.invalid();
    }

    private PolicyResult read(String text) {
        YamlReader.read(PolicyText.clean(text, reading), reading).ifPresent(root -> section("", root));
        if (settings.reviewsTooEarly()) {
            String path = PolicyKeys.REVIEWS_IDLE_AFTER.path();
            String found = settings.show(PolicyKeys.REVIEWS_IDLE_AFTER);
            reading.errorAt(
                    path,
                    found,
                    path + " must not be less than " + PolicyKeys.IDLE_AFTER.path() + ", which is "
                            + settings.show(PolicyKeys.IDLE_AFTER) + ", but is \"" + found + "\"");
        }
        return reading.failed() ? reading.invalid() : reading.valid(settings.toPolicy());
    }

    private void section(String path, YamlNode node) {
        switch (node) {
            case YamlNode.Refused _ -> {}
            case YamlNode.Scalar scalar when scalar.kind() == YamlNode.Kind.NOTHING -> {}
            case YamlNode.Mapping mapping -> entries(path, mapping);
            case YamlNode.Scalar _, YamlNode.Sequence _ -> wrongSection(path, node);
        }
    }

    private void wrongSection(String path, YamlNode node) {
        String names = String.join(", ", PolicyKeys.namesIn(path));
        if (path.isEmpty()) {
            reading.error(
                    node.span(),
                    "",
                    node.found(),
                    "the file must hold keys and values (" + names + "), but is " + node.found());
        } else {
            reading.wrongValue(node, path, "keys and values (" + names + ")", Optional.empty());
        }
    }

    private void entries(String path, YamlNode.Mapping mapping) {
        Map<String, YamlNode> known = MappingEntries.known(mapping, path, PolicyKeys.namesIn(path), reading);
        known.forEach((name, node) -> {
            String keyPath = PolicyKeys.join(path, name);
            PolicyKeys.at(keyPath).ifPresentOrElse(key -> value(key, node), () -> section(keyPath, node));
        });
    }

    private <T> void value(Key<T> key, YamlNode node) {
        key.form().read(node, key.path(), reading).ifPresent(value -> settings.put(key, value));
    }
}
