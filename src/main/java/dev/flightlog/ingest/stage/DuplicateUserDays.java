package dev.flightlog.ingest.stage;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongSet;
import dev.flightlog.copilot.UserDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * People with two rows on one day, merged into one each: a person counts once. What was used in either row was used.
 * The same login twice, in whatever case, is the same row twice, so the larger of each figure is kept; two logins are a rename, and add
 * up.
 */
final class DuplicateUserDays {
    /** Hands over all rows of a day. */
    @FunctionalInterface
    interface Day {
        void each(DayStage.Rows<IOException> rows) throws IOException;
    }

    /** Of each person the rows by login in lower case, in the order in which the logins came. */
    private final Map<Long, Map<String, UserDay>> people = new HashMap<>();

    private DuplicateUserDays() {}

    static DuplicateUserDays of(Day day) throws IOException {
        LongSet seen = new LongHashSet();
        Set<Long> several = new HashSet<>();
        day.each(row -> {
            if (!seen.add(row.personId)) {
                several.add(row.personId);
            }
        });
        DuplicateUserDays twice = new DuplicateUserDays();
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
        return people.containsKey(person);
    }

    /** Ascending by id. */
    List<UserDay> merged() {
        List<UserDay> rows = new ArrayList<>();
        new TreeMap<>(people).values().forEach(logins -> rows.add(sum(logins.values())));
        return rows;
    }

    private void add(UserDay row) {
        // GitHub's logins have no case
        UserDay first = people.computeIfAbsent(row.personId, _ -> new LinkedHashMap<>())
                .putIfAbsent(row.login.toLowerCase(Locale.ROOT), copy(row));
        if (first != null) {
            keepLarger(first, row);
        }
    }

    private static void keepLarger(UserDay into, UserDay row) {
        keepFlags(into, row);
        into.credits = Math.max(into.credits, row.credits);
        larger(into.counters, row.counters);
        Map<Entry, long[]> entries = entries(into);
        entries(row).forEach((entry, counts) -> entries.merge(entry, counts, DuplicateUserDays::larger));
        into.entries = 0;
        entries.forEach((entry, counts) -> {
            int start = into.nextEntry();
            into.entry[start] = entry.dimension();
            into.entry[start + 1] = entry.symbol();
            System.arraycopy(counts, 0, into.entry, start + 2, counts.length);
            into.entries++;
        });
    }

    private static UserDay sum(Collection<UserDay> logins) {
        UserDay sum = new UserDay();
        sum.clear();
        for (UserDay row : logins) {
            sum.personId = row.personId;
            sum.login = row.login;
            keepFlags(sum, row);
            sum.credits += row.credits;
            for (int index = 0; index < sum.counters.length; index++) {
                sum.counters[index] += row.counters[index];
            }
            append(sum, row);
        }
        return sum;
    }

    private static void keepFlags(UserDay into, UserDay row) {
        into.used |= row.used;
        into.adoptionPhase = Math.max(into.adoptionPhase, row.adoptionPhase);
    }

    /** The first, in which each number is now the larger of both. */
    private static long[] larger(long[] into, long[] other) {
        for (int index = 0; index < into.length; index++) {
            into[index] = Math.max(into[index], other[index]);
        }
        return into;
    }

    /** What a row has of a language, an editor, a model or a feature; a row may have it in several parts. */
    private record Entry(long dimension, long symbol) {}

    private static Map<Entry, long[]> entries(UserDay row) {
        Map<Entry, long[]> entries = new LinkedHashMap<>();
        for (int index = 0; index < row.entries; index++) {
            int start = index * UserDay.ENTRY_WIDTH;
            long[] counts = entries.computeIfAbsent(
                    new Entry(row.entry[start], row.entry[start + 1]), _ -> new long[UserDay.BREAKDOWN_COUNTERS]);
            for (int counter = 0; counter < counts.length; counter++) {
                counts[counter] += row.entry[start + 2 + counter];
            }
        }
        return entries;
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
        keepFlags(copy, row);
        copy.credits = row.credits;
        System.arraycopy(row.counters, 0, copy.counters, 0, row.counters.length);
        append(copy, row);
        return copy;
    }
}
