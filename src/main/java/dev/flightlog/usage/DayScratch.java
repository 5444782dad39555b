package dev.flightlog.usage;

import dev.flightlog.copilot.Symbols;

/**
 * What is used again for each day that an import writes, so that memory is that of one day.
 *
 * @param symbols names that the staged rows hold as numbers
 * @param people whom the days name
 * @param breakdowns emptied before each day
 */
record DayScratch(Symbols symbols, PeopleSeen people, BreakdownTotals breakdowns) {
    DayScratch(Symbols symbols) {
        this(symbols, new PeopleSeen(), new BreakdownTotals());
    }
}
