package dev.flightlog.fake.graphql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query asks for at one place. */
public sealed interface Selection {
    /** A field with its arguments (variables already put in) and what is wanted of it. */
    record Field(String alias, String name, Map<String, @Nullable Object> arguments, List<Selection> selections)
            implements Selection {}

    /** Fields wanted of one type only. */
    record OnType(String type, List<Selection> selections) implements Selection {}

    /** A named fragment. */
    record Spread(String fragment) implements Selection {}
}
