package dev.flightlog.copilot;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names of fields that GitHub added since this was written. The values stay in the archive. */
public final class UnknownFields {
    private static final int MOST = 100;

    private final Set<String> names = new TreeSet<>();

    void add(String path, String field) {
        if (names.size() < MOST) {
            names.add(Values.clean(path + field));
        }
    }

    /** Sorted; at most 100. */
    public List<String> names() {
        return List.copyOf(names);
    }
}
