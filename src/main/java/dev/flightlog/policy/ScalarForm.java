package dev.flightlog.policy;

import dev.flightlog.policy.YamlNode.Kind;
import dev.flightlog.text.EnglishText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A single value.
 *
 * @param wanted completes "must be …": what to write, with an example
 * @param candidates the words it may be, where they are known, to find the one that was meant
 */
record ScalarForm<T>(
        String wanted,
        Set<Kind> kinds,
        Function<String, Optional<T>> parse,
        Function<T, String> shown,
        Map<String, Object> schema,
        Collection<String> candidates)
        implements Form<T> {

    static <T> ScalarForm<T> text(
            String wanted, Function<String, Optional<T>> parse, Function<T, String> shown, Map<String, Object> schema) {
        return new ScalarForm<>(wanted, Set.of(Kind.TEXT), parse, shown, schema, List.of());
    }

    ScalarForm<T> withCandidates(Collection<String> words) {
        return new ScalarForm<>(wanted, kinds, parse, shown, schema, words);
    }

    @Override
    public Optional<T> read(YamlNode node, String path, NodeReading reading) {
        return switch (node) {
            case YamlNode.Refused _ -> Optional.empty();
            case YamlNode.Scalar scalar -> read(scalar, path, reading);
            case YamlNode.Sequence _, YamlNode.Mapping _ -> {
                reading.wrongValue(node, path, wanted, Optional.empty());
                yield Optional.empty();
            }
        };
    }

    private Optional<T> read(YamlNode.Scalar scalar, String path, NodeReading reading) {
        Optional<T> value = scalar.kind() == Kind.NOTHING ? Optional.empty() : parse.apply(scalar.value());
        if (value.isPresent() && kinds.contains(scalar.kind())) {
            return value;
        }
        String quotes = kinds.contains(Kind.TEXT) ? ", in quotes" : ", without quotes";
        reading.wrongValue(
                scalar,
                path,
                wanted + (value.isPresent() ? quotes : ""),
                EnglishText.nearest(scalar.found(), candidates));
        return Optional.empty();
    }

    @Override
    public String show(T value) {
        return shown.apply(value);
    }
}
