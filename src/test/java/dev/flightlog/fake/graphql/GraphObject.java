package dev.flightlog.fake.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object of the graph: its type, and how each of its fields is answered. */
public final class GraphObject {
    private final String type;
    private final Map<String, Function<Arguments, @Nullable Object>> fields = new LinkedHashMap<>();

    public GraphObject(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /** A field without arguments; its value is a scalar, an object, a list of these, or null. */
    public GraphObject field(String name, Supplier<? extends @Nullable Object> value) {
        fields.put(name, arguments -> {
            arguments.allow(java.util.Set.of());
            return value.get();
        });
        return this;
    }

    /** A field that reads its arguments itself. */
    public GraphObject function(String name, Function<Arguments, @Nullable Object> value) {
        fields.put(name, value);
        return this;
    }

    /**
     * The value of a field.
     *
     * @throws GraphQlException when the type has no such field
     */
    public @Nullable Object get(Selection.Field field) {
        if (field.name().equals("__typename")) {
            return type;
        }
        Function<Arguments, @Nullable Object> value = fields.get(field.name());
        if (value == null) {
            throw GraphQlException.misuse("Field '" + field.name() + "' doesn't exist on type '" + type + "'");
        }
        return value.apply(new Arguments(field.name(), field.arguments()));
    }
}
