package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.NameTable;
import dev.flightlog.copilot.UserDay;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The entries of one breakdown side by side, as they are stored: names, and a column for each counter. */
public final class BreakdownEntries {
    /** More than any organization has languages, editors, models or features. */
    static final int MOST = 500;

    /** The counters, and people. */
    private static final int COUNTERS = UserDay.BREAKDOWN_COUNTERS + 1;

    private static final int PEOPLE = UserDay.BREAKDOWN_COUNTERS;
    private static final int GENERATIONS = 1;

    private final NameTable symbols;
    private String[] names = new String[64];
    private long[][] columns = new long[COUNTERS][64];
    private int size;

    BreakdownEntries(NameTable symbols) {
        this.symbols = symbols;
    }

    void clear() {
        size = 0;
    }

    void add(int symbol, long[] counts, int start) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            for (int counter = 0; counter < COUNTERS; counter++) {
                columns[counter] = Arrays.copyOf(columns[counter], 2 * size);
            }
        }
        names[size] = symbols.text(symbol);
        for (int counter = 0; counter < COUNTERS; counter++) {
            columns[counter][size] = counts[start + counter];
        }
        size++;
    }

    public int size() {
        return size;
    }

    public String[] names() {
        return names;
    }

    /** Counter by counter, in the order of {@link UserDay#ENTRY_WIDTH}; after them distinct people. */
    public long[] column(int counter) {
        return columns[counter];
    }

    /** Where there are too many, the ones with the most generations stay and the rest becomes one entry. */
    void keepLargest() {
        if (size <= MOST) {
            return;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt((Integer entry) -> names[entry].equals(NameTable.OTHER) ? 1 : 0)
                        .thenComparing(Comparator.comparingLong((Integer entry) -> columns[GENERATIONS][entry])
                                .reversed()))
                .mapToInt(Integer::intValue)
                .toArray();
        String[] oldNames = names.clone();
        long[][] old = Arrays.stream(columns).map(long[]::clone).toArray(long[][]::new);
        for (int place = 0; place < size; place++) {
            int target = Math.min(place, MOST - 1);
            names[target] = place < MOST - 1 ? oldNames[order[place]] : NameTable.OTHER;
            for (int counter = 0; counter < COUNTERS; counter++) {
                long before = place > MOST - 1 ? columns[counter][target] : 0;
                long more = old[counter][order[place]];
                // Who has two rare entries is one person: at least as many as have the more frequent one.
                columns[counter][target] = counter == PEOPLE ? Math.max(before, more) : before + more;
            }
        }
        size = MOST;
    }
}
