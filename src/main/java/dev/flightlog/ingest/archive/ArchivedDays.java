package dev.flightlog.ingest.archive;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.load.UserDayStores;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds the report of which a stored day was made: its own, or the latest one of 28 days that covers it. */
@Singleton
public class ArchivedDays {
    private final UserDayStores stores;
    private final ReportArchive archive;

    ArchivedDays(UserDayStores stores, ReportArchive archive) {
        this.stores = stores;
        this.archive = archive;
    }

    /** Null where no rows of the day are stored, or the archive of them is gone. */
    @Nullable
    public ArchivedDay find(long orgId, LocalDate day) throws IOException {
        LedgerEntry report = report(orgId, day);
        if (report == null
                || !stores.days().hasDay(orgId, day)
                || archive.parts(orgId, report.kind(), report.day()) == 0) {
            return null;
        }
        return ArchivedDay.read(orgId, day, report, archive, stores);
    }

    private @Nullable LedgerEntry report(long orgId, LocalDate day) {
        LedgerEntry own = stores.ledger().find(orgId, ReportKind.USERS_1_DAY, day);
        if (own != null && own.imported()) {
            return own;
        }
        return stores.ledger().covering(orgId, ReportKind.USERS_28_DAY, day).stream()
                .filter(entry -> !entry.perPeriod())
                .findFirst()
                .orElse(null);
    }
}
