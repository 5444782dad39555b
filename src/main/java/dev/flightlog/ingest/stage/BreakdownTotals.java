package dev.flightlog.ingest.stage;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongIntMap;
import dev.flightlog.copilot.Dimension;
import dev.flightlog.copilot.NameTable;
import dev.flightlog.copilot.UserDay;
import java.util.Arrays;

/**
 * One day's activity by language, editor, model and feature, for the organization and each team, in plain
 * numbers, because there are hundreds of thousands of entries at 100,000 people.
 */
public final class BreakdownTotals {
    /** Takes all entries of a team and dimension. Arrays are used again afterwards. */
    @FunctionalInterface
    public interface Groups<E extends Exception> {
        void take(int team, Dimension dimension, BreakdownEntries entries) throws E;
    }

    private static final int COUNTERS = UserDay.BREAKDOWN_COUNTERS;
    /** The counters, and people. */
    private static final int WIDTH = COUNTERS + 1;

    private static final int MOST = 400_000;
    private static final int NONE = -1;
    private static final int DIMENSION_SHIFT = 28;
    private static final int TEAM_SHIFT = 32;

    /** By team, dimension and name: the place of its counters. */
    private final LongIntMap places = new LongIntHashMap();

    private long[] counts = new long[2_048 * WIDTH];
    /** For each place the row that was counted last, because a row may have an entry twice. */
    private int[] lastRow = new int[2_048];

    private int rows;

    public void clear() {
        places.clear();
        Arrays.fill(counts, 0);
        Arrays.fill(lastRow, 0);
        rows = 0;
    }

    public void add(int team, UserDay row) {
        rows++;
        for (int index = 0; index < row.entries; index++) {
            int start = index * UserDay.ENTRY_WIDTH;
            int place = placeOf(key(team, row.entry[start], row.entry[start + 1]));
            for (int counter = 0; counter < COUNTERS; counter++) {
                counts[place * WIDTH + counter] += row.entry[start + 2 + counter];
            }
            if (lastRow[place] != rows) {
                lastRow[place] = rows;
                counts[place * WIDTH + COUNTERS]++;
            }
        }
    }

    /** Teams ascending, inside them dimensions. */
    public <E extends Exception> void each(NameTable symbols, Groups<E> groups) throws E {
        long[] sorted = sortedKeys();
        BreakdownEntries entries = new BreakdownEntries(symbols);
        for (int from = 0; from < sorted.length; ) {
            long group = sorted[from] >>> DIMENSION_SHIFT;
            entries.clear();
            for (; from < sorted.length && sorted[from] >>> DIMENSION_SHIFT == group; from++) {
                entries.add(symbol(sorted[from]), counts, places.get(sorted[from]) * WIDTH);
            }
            entries.keepLargest();
            groups.take((int) (group >>> (TEAM_SHIFT - DIMENSION_SHIFT)), Dimension.at((int) (group & 0xf)), entries);
        }
    }

    private long[] sortedKeys() {
        long[] sorted = places.keys().toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static long key(int team, long dimension, long symbol) {
        return (long) team << TEAM_SHIFT | dimension << DIMENSION_SHIFT | (symbol + 1);
    }

    private static int symbol(long key) {
        return (int) (key & ((1L << DIMENSION_SHIFT) - 1)) - 1;
    }

    private int placeOf(long key) {
        int known = places.getOrDefault(key, NONE);
        if (known != NONE) {
            return known;
        }
        int place = places.size();
        if (place >= MOST && symbol(key) != 0) {
            // No file of GitHub's comes near; a hostile one ends in "other".
            return placeOf(key - symbol(key));
        }
        if (place == lastRow.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
            lastRow = Arrays.copyOf(lastRow, 2 * lastRow.length);
        }
        places.put(key, place);
        return place;
    }
}
