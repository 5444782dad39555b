package dev.flightlog.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of values of one form, none of them twice. */
record ListForm<T>(Form<T> item, int most, String example) implements Form<List<T>> {
    @Override
    public Optional<List<T>> read(YamlNode node, String path, NodeReading reading) {
        return switch (node) {
            case YamlNode.Refused _ -> Optional.empty();
            case YamlNode.Sequence list -> Optional.of(items(list, path, reading));
            case YamlNode.Scalar _, YamlNode.Mapping _ -> {
                reading.wrongValue(node, path, "a list such as " + example, Optional.empty());
                yield Optional.empty();
            }
        };
    }

    private List<T> items(YamlNode.Sequence list, String path, NodeReading reading) {
        if (list.items().size() > most) {
            String message = path + " must hold no more than " + most + " items, but holds "
                    + list.items().size();
            reading.error(list.items().get(most).span(), path, list.items().size() + " items", message);
        }
        Set<T> seen = new HashSet<>();
        var items = new ArrayList<T>();
        for (int i = 0; i < Math.min(most, list.items().size()); i++) {
            YamlNode node = list.items().get(i);
            String itemPath = path + "[" + i + "]";
            item.read(node, itemPath, reading).ifPresent(value -> {
                if (seen.add(value)) {
                    items.add(value);
                } else {
                    reading.warning(
                            node.span(), itemPath, node.found(), itemPath + " is in the list already; delete it");
                }
            });
        }
        return items;
    }

    @Override
    public String show(List<T> values) {
        return values.isEmpty() ? "none" : values.stream().map(item::show).collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.of("type", "array", "items", item.schema(), "maxItems", most);
    }
}
