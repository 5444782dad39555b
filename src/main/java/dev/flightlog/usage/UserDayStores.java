package dev.flightlog.usage;

import jakarta.inject.Singleton;

/** What a users report is written with. */
@Singleton
record UserDayStores(UsageDayStore days, TeamDayStore teams, UsagePersonStore people, ReportImportStore ledger) {}
