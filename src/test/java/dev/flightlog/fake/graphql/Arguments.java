package dev.flightlog.fake.graphql;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The arguments of a field, read by name. */
public record Arguments(String field, Map<String, @Nullable Object> values) {

    /**
     * Refuses arguments that the field does not have.
     *
     * @throws GraphQlException for the first unknown name
     */
    public void allow(Set<String> names) {
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            throw GraphQlException.misuse("Field '" + field + "' doesn't accept argument '" + unknown.first() + "'");
        }
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    public String required(String name) {
        return text(name)
                .orElseThrow(
                        () -> GraphQlException.misuse("Field '" + field + "' is missing required arguments: " + name));
    }

    public Optional<Integer> number(String name) {
        Object value = values.get(name);
        return value instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    /** The fields of an input object. */
    @SuppressWarnings("unchecked")
    public Arguments object(String name) {
        if (!(values.get(name) instanceof Map<?, ?> map)) {
            throw GraphQlException.misuse("Field '" + field + "' is missing required arguments: " + name);
        }
        return new Arguments(field, (Map<String, @Nullable Object>) map);
    }
}
