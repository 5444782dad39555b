package dev.flightlog.ingest.load;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.ReportImportStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * Decides whether a file without a row that can be read is a report all the same. Of people it is one where the
 * organization's own report knows of no more active people than it has rows; one odd row is one odd row in a short file
 * too. Many odd rows are no report, and no such file empties a day that is stored.
 */
@Singleton
class ShortReports {
    private final ReportImportStore ledger;
    private final QuietDayStore quietDays;

    ShortReports(ReportImportStore ledger, QuietDayStore quietDays) {
        this.ledger = ledger;
        this.quietDays = quietDays;
    }

    boolean isReport(long organizationId, ReportKind kind, LocalDate day, String digest, long oddRows) {
        LedgerEntry known = ledger.find(organizationId, kind, day);
        if (known != null && known.imported()) {
            return known.rows() == 0 && digest.equals(known.digest());
        }
        return oddRows <= 1
                && switch (kind) {
                    case USERS_1_DAY -> quietDays.isQuiet(organizationId, day, oddRows);
                    case USER_TEAMS_1_DAY, REPOS_1_DAY -> oddRows == 1;
                    case USERS_28_DAY, ORGANIZATION_1_DAY, ORGANIZATION_28_DAY -> false;
                };
    }
}
