package dev.flightlog.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small pieces of JSON Schema, in the order in which they are written. */
final class Schemas {
    private Schemas() {}

    static Map<String, Object> of(Object... keysAndValues) {
        var schema = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            schema.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return schema;
    }
}
