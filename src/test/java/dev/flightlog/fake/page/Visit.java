package dev.flightlog.fake.page;

import java.util.Map;

/** A request of a browser; the form is empty for GET. */
public record Visit(String method, String path, Map<String, String> query, Map<String, String> form) {
    /** True when only the live parts are wanted. */
    boolean fragment() {
        return query.containsKey("fragment");
    }

    String form(String name) {
        return form.getOrDefault(name, "");
    }
}
