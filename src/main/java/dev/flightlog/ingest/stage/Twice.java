package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.UserDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * People with two rows on one day, merged into one each: a person counts once. What was used in either row was used.
 * The same login twice is the same row twice, so the larger of each counter is kept; two logins are a rename, and add
 * up.
 */
final class Twice {
    /** Hands over all rows of a day. */
    @FunctionalInterface
    interface Day {
        void each(DayStage.Rows<IOException> rows) throws IOException;
    }

    private final Map<Long, UserDay> merged = new HashMap<>();

    private Twice() {}

    static Twice of(Day day) throws IOException {
        FlagsById seen = new FlagsById();
        Set<Long> several = new HashSet<>();
        day.each(row -> {
            if (seen.flags(row.personId) != 0) {
                several.add(row.personId);
            }
            seen.add(row.personId, 1);
        });
        Twice twice = new Twice();
        if (!several.isEmpty()) {
            day.each(row -> {
                if (several.contains(row.personId)) {
                    twice.add(row);
                }
            });
        }
        return twice;
    }

    boolean holds(long person) {
        return merged.containsKey(person);
    }

    /** Ascending by id. */
    List<UserDay> merged() {
        List<UserDay> rows = new ArrayList<>();
        new TreeSet<>(merged.keySet()).forEach(person -> rows.add(merged.get(person)));
        return rows;
    }

    private void add(UserDay row) {
        UserDay first = merged.get(row.personId);
        if (first == null) {
            merged.put(row.personId, copy(row));
        } else {
            merge(first, row);
        }
    }

    private static void merge(UserDay into, UserDay row) {
        boolean renamed = !into.login.equals(row.login);
        into.login = row.login;
        into.used |= row.used;
        into.adoptionPhase = Math.max(into.adoptionPhase, row.adoptionPhase);
        into.credits = renamed ? into.credits + row.credits : Math.max(into.credits, row.credits);
        for (int index = 0; index < into.counters.length; index++) {
            into.counters[index] = renamed
                    ? into.counters[index] + row.counters[index]
                    : Math.max(into.counters[index], row.counters[index]);
        }
        if (renamed) {
            append(into, row);
        } else if (row.entries > into.entries) {
            into.entries = 0;
            append(into, row);
        }
    }

    private static void append(UserDay into, UserDay row) {
        int start = into.entries * UserDay.ENTRY_WIDTH;
        int length = row.entries * UserDay.ENTRY_WIDTH;
        if (into.entry.length < start + length) {
            into.entry = Arrays.copyOf(into.entry, start + length);
        }
        System.arraycopy(row.entry, 0, into.entry, start, length);
        into.entries += row.entries;
    }

    private static UserDay copy(UserDay row) {
        UserDay copy = new UserDay();
        copy.clear();
        copy.personId = row.personId;
        copy.login = row.login;
        copy.used = row.used;
        copy.adoptionPhase = row.adoptionPhase;
        copy.credits = row.credits;
        System.arraycopy(row.counters, 0, copy.counters, 0, row.counters.length);
        append(copy, row);
        return copy;
    }
}
