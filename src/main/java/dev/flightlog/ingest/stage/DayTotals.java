package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.Counter;
import dev.flightlog.copilot.UsageFlag;
import dev.flightlog.copilot.UserDay;

/** Totals of one day for the organization (number 0) and each team. */
public final class DayTotals {
    /** Which flags are counted as people, in the order of the columns. */
    public static final UsageFlag[] PEOPLE = {
        UsageFlag.ACTIVE, UsageFlag.USED_AGENT, UsageFlag.USED_CHAT, UsageFlag.USED_CLI, UsageFlag.USED_APP
    };

    private static final int FIRST_FLAG = 1;
    private static final int FIRST_COUNTER = FIRST_FLAG + PEOPLE.length;
    private static final int CREDITS = FIRST_COUNTER + Counter.count();
    private static final int WIDTH = CREDITS + 1;

    private final long[] totals;

    public DayTotals(int teams) {
        totals = new long[teams * WIDTH];
    }

    public void add(int team, UserDay row) {
        int start = team * WIDTH;
        totals[start]++;
        for (int index = 0; index < PEOPLE.length; index++) {
            if (row.uses(PEOPLE[index])) {
                totals[start + FIRST_FLAG + index]++;
            }
        }
        for (int index = 0; index < row.counters.length; index++) {
            totals[start + FIRST_COUNTER + index] += row.counters[index];
        }
        totals[start + CREDITS] += row.credits;
    }

    /** People with a row. */
    public int people(int team) {
        return (int) totals[team * WIDTH];
    }

    /** People with a flag of {@link #PEOPLE}. */
    public int people(int team, int flag) {
        return (int) totals[team * WIDTH + FIRST_FLAG + flag];
    }

    public long counter(int team, int counter) {
        return totals[team * WIDTH + FIRST_COUNTER + counter];
    }

    /** In ten-thousandths. */
    public long credits(int team) {
        return totals[team * WIDTH + CREDITS];
    }
}
