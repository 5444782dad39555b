package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.Dimension;
import dev.flightlog.copilot.NameTable;
import dev.flightlog.copilot.UserDay;
import java.util.Arrays;

/**
 * One day's activity by language, editor, model and feature, for the organization and each team: a hash table of plain
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
    private static final int DIMENSION_SHIFT = 28;
    private static final int TEAM_SHIFT = 32;

    private long[] keys = new long[4_096];
    private long[] counts = new long[keys.length * WIDTH];
    /** For each slot the row that was counted last, because a row may have an entry twice. */
    private int[] lastRow = new int[keys.length];

    private int rows;
    private int size;

    public void clear() {
        Arrays.fill(keys, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(lastRow, 0);
        rows = 0;
        size = 0;
    }

    public void add(int team, UserDay row) {
        rows++;
        for (int index = 0; index < row.entries; index++) {
            int start = index * UserDay.ENTRY_WIDTH;
            int slot = slotFor(key(team, row.entry[start], row.entry[start + 1]));
            for (int counter = 0; counter < COUNTERS; counter++) {
                counts[slot * WIDTH + counter] += row.entry[start + 2 + counter];
            }
            if (lastRow[slot] != rows) {
                lastRow[slot] = rows;
                counts[slot * WIDTH + COUNTERS]++;
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
                entries.add(symbol(sorted[from]), counts, slot(sorted[from]) * WIDTH);
            }
            entries.keepLargest();
            groups.take((int) (group >>> (TEAM_SHIFT - DIMENSION_SHIFT)), Dimension.at((int) (group & 0xf)), entries);
        }
    }

    private long[] sortedKeys() {
        long[] sorted = new long[size];
        int count = 0;
        for (long key : keys) {
            if (key != 0) {
                sorted[count++] = key;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Never 0: that is an empty slot. */
    private static long key(int team, long dimension, long symbol) {
        return (long) team << TEAM_SHIFT | dimension << DIMENSION_SHIFT | (symbol + 1);
    }

    private static int symbol(long key) {
        return (int) (key & ((1L << DIMENSION_SHIFT) - 1)) - 1;
    }

    private int slotFor(long key) {
        int slot = slot(key);
        if (keys[slot] == key) {
            return slot;
        }
        if (size >= MOST && symbol(key) != 0) {
            // No file of GitHub's comes near; a hostile one ends in "other".
            return slotFor(key - symbol(key));
        }
        if (size >= keys.length / 4 * 3) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        size++;
        return slot;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = Long.hashCode(key * 0x9E3779B97F4A7C15L) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        int[] oldRows = lastRow;
        counts = new long[keys.length * WIDTH];
        lastRow = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                System.arraycopy(oldCounts, old * WIDTH, counts, slot * WIDTH, WIDTH);
                lastRow[slot] = oldRows[old];
            }
        }
    }
}
