package dev.flightlog.copilot;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of a users report: what one person did on one day. A single one is filled again for each row. */
public final class UserDay {
    /** Numbers of an entry of a breakdown: {@link Dimension}, symbol, then {@link #BREAKDOWN_COUNTERS} counters. */
    public static final int ENTRY_WIDTH = 8;

    /** Interactions, generations, acceptances, lines suggested to add, lines added, lines deleted. */
    public static final int BREAKDOWN_COUNTERS = 6;

    private static final int MAX_ENTRIES = 10_000;

    /** Null for a row about a period instead of a day (github.md: Report rows). */
    public @Nullable LocalDate day;

    public long personId;
    public String login = "";
    /** A set of {@link UsageFlag}. */
    public int used;

    public final long[] counters = new long[Counter.count()];
    /** In ten-thousandths. */
    public long credits;
    /** Below 0 where GitHub names none. */
    public int adoptionPhase;

    public int entries;
    public long[] entry = new long[32 * ENTRY_WIDTH];

    public void clear() {
        day = null;
        personId = 0;
        login = "";
        used = 0;
        Arrays.fill(counters, 0);
        credits = 0;
        adoptionPhase = -1;
        entries = 0;
    }

    public void use(UsageFlag what) {
        used |= what.bit();
    }

    public boolean uses(UsageFlag what) {
        return (used & what.bit()) != 0;
    }

    public void count(Counter counter, long count) {
        counters[counter.ordinal()] = count;
    }

    public long count(Counter counter) {
        return counters[counter.ordinal()];
    }

    /** Where the next entry's numbers start; it counts once {@link #entries} is raised. */
    public int nextEntry() {
        int start = entries * ENTRY_WIDTH;
        if (start == entry.length) {
            if (entries >= MAX_ENTRIES) {
                throw new InvalidReportException("breakdowns must have at most " + MAX_ENTRIES + " entries in a row");
            }
            entry = Arrays.copyOf(entry, entry.length * 2);
        }
        Arrays.fill(entry, start, start + ENTRY_WIDTH, 0);
        return start;
    }
}
