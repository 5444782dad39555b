package dev.flightlog.policy;

import java.util.List;

/** What differs between two policies in force, whatever their files look like. */
public final class PolicyDiff {
    private PolicyDiff() {}

    /** One key with its value before and after, as written in the file; escape them before posting. */
    public record Change(String path, String before, String after) {}

    /** The keys whose values differ, in the order of the documentation. */
    public static List<Change> between(Policy base, Policy head) {
        return PolicyKeys.ALL.stream()
                .filter(key -> !key.value().apply(base).equals(key.value().apply(head)))
                .map(key -> new Change(key.path(), key.show(base), key.show(head)))
                .toList();
    }
}
