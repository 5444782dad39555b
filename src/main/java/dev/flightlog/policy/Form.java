package dev.flightlog.policy;

import java.util.Map;
import java.util.Optional;

/** One kind of value in the file: how it is read, how it is shown, and how the JSON Schema describes it. */
interface Form<T> {
    /** The value, or nothing after reporting what is wrong with it. */
    Optional<T> read(YamlNode node, String path, NodeReading reading);

    /** The value as it would be written in the file. */
    String show(T value);

    /** The same rule as JSON Schema. */
    Map<String, Object> schema();
}
