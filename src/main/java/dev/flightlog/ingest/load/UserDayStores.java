package dev.flightlog.ingest.load;

import dev.flightlog.ingest.ReportImportStore;
import jakarta.inject.Singleton;

/** What a users report is written with. */
@Singleton
public record UserDayStores(
        UsageDayStore days, TeamDayStore teams, UsagePersonStore people, ReportImportStore ledger) {}
