package dev.flightlog.copilot;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fields that GitHub added since this was written, and values that cannot be. Both stay in the archive. */
public final class UnknownFields {
    private static final int MOST = 100;

    private final Set<String> names = new TreeSet<>();
    private long odd;
    private @Nullable String firstOdd;

    void add(String path, String field) {
        if (names.size() < MOST) {
            names.add(Values.clean(path + field));
        }
    }

    void odd(InvalidReportException value) {
        if (firstOdd == null) {
            firstOdd = String.valueOf(value.getMessage());
        }
        odd++;
    }

    /** Values of optional fields that were left empty, because they cannot be. */
    public long odd() {
        return odd;
    }

    /** What was wrong with the first of them; null where there was none. */
    public @Nullable String firstOdd() {
        return firstOdd;
    }

    /** Sorted; at most 100. */
    public List<String> names() {
        return List.copyOf(names);
    }
}
