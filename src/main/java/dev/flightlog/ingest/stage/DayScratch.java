package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.NameTable;

/**
 * What is used again for each day that an import writes, so that memory is that of one day.
 *
 * @param symbols names that the staged rows hold as numbers
 * @param people named in the days
 * @param breakdowns emptied before each day
 */
public record DayScratch(NameTable symbols, PeopleSeen people, BreakdownTotals breakdowns) {
    public DayScratch(NameTable symbols) {
        this(symbols, new PeopleSeen(), new BreakdownTotals());
    }
}
