package dev.flightlog.privacy;

/** Counts by number, cleared in the time that it took to fill: how many profiles of a team are in which atom or block. */
final class SparseCounts {
    private final int[] counts;
    private final int[] places;
    private final int[] entries;
    private int size;

    SparseCounts(int numbers) {
        counts = new int[numbers];
        places = new int[numbers];
        entries = new int[numbers];
    }

    void add(int number) {
        if (counts[number]++ == 0) {
            places[number] = size;
            entries[size++] = number;
        }
    }

    int size() {
        return size;
    }

    int get(int place) {
        return entries[place];
    }

    int index(int number) {
        return places[number];
    }

    int count(int number) {
        return counts[number];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            counts[entries[i]] = 0;
        }
        size = 0;
    }
}
