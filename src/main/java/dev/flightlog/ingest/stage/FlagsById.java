package dev.flightlog.ingest.stage;

/** Flags of people by id, in a table of plain numbers. Ids are above 0. */
public final class FlagsById {
    /** Takes an id and its flags. */
    @FunctionalInterface
    public interface Entries {
        void take(long id, int flags);
    }

    private long[] ids = new long[64];
    private int[] flags = new int[64];
    private int size;

    /** Adds flags to those the id has; with none it is only known. */
    public void add(long id, int more) {
        int slot = slot(id);
        if (ids[slot] == 0) {
            if (2 * size >= ids.length) {
                grow();
                slot = slot(id);
            }
            ids[slot] = id;
            size++;
        }
        flags[slot] |= more;
    }

    /** None for an id that is not known. */
    public int flags(long id) {
        return flags[slot(id)];
    }

    public void each(Entries entries) {
        for (int slot = 0; slot < ids.length; slot++) {
            if (ids[slot] != 0) {
                entries.take(ids[slot], flags[slot]);
            }
        }
    }

    private int slot(long id) {
        int mask = ids.length - 1;
        int slot = Long.hashCode(id * 0x9E3779B97F4A7C15L) & mask;
        while (ids[slot] != 0 && ids[slot] != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldFlags = flags;
        ids = new long[2 * oldIds.length];
        flags = new int[ids.length];
        for (int old = 0; old < oldIds.length; old++) {
            if (oldIds[old] != 0) {
                int slot = slot(oldIds[old]);
                ids[slot] = oldIds[old];
                flags[slot] = oldFlags[old];
            }
        }
    }
}
