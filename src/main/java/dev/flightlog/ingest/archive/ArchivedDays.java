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
    public ArchivedDay find(long organizationId, LocalDate day) throws IOException {
        LedgerEntry report = report(organizationId, day);
        if (report == null
                || !stores.days().hasDay(organizationId, day)
                || archive.parts(organizationId, report.kind(), report.day()) == 0) {
            return null;
        }
        return ArchivedDay.read(organizationId, day, report, archive, stores);
    }

    private @Nullable LedgerEntry report(long organizationId, LocalDate day) {
        LedgerEntry own = stores.ledger().find(organizationId, ReportKind.USERS_1_DAY, day);
        if (own != null && own.imported()) {
            return own;
        }
        return stores.ledger().covering(organizationId, ReportKind.USERS_28_DAY, day).stream()
                .filter(entry -> !entry.perPeriod())
                .findFirst()
                .orElse(null);
    }
}
