package dev.flightlog.usage;

import dev.flightlog.copilot.ReportKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Forgets: days older than the policy keeps, and people. */
@Singleton
public class Retention {
    private final RetentionStore store;
    private final UsagePartitionStore partitions;
    private final ReportImportStore ledger;
    private final ArchiveEraser eraser;

    Retention(RetentionStore store, UsagePartitionStore partitions, ReportImportStore ledger, ArchiveEraser eraser) {
        this.store = store;
        this.partitions = partitions;
        this.ledger = ledger;
        this.eraser = eraser;
    }

    /**
     * Erases everything about days before {@code keepFrom}: rows (whole partitions where they are this organization's
     * alone), totals, archive and ledger. A report of 28 days goes with its first day. What a person's last active day
     * was stays known.
     */
    public void apply(long orgId, LocalDate keepFrom) {
        partitions.partitions().forEach((month, partition) -> {
            if (month.isBefore(YearMonth.from(keepFrom))) {
                partitions.dropIfOnlyOf(orgId, partition);
            }
        });
        store.deleteBefore(orgId, keepFrom);
    }

    /** Erases everything about an organization, whatever its age. */
    public void eraseOrganization(long orgId) {
        store.deleteAll(orgId);
    }

    /**
     * Erases a person: rows, memberships and last active day, and the person's rows in archived files, which are written
     * anew without them. Totals stay: they name nobody.
     *
     * @throws IOException when an archived file is damaged; then nothing of it is changed, and trying again goes on
     */
    public void erasePerson(long orgId, long personId) throws IOException {
        List<LocalDate> days = store.daysOf(orgId, personId);
        for (LedgerEntry report : ledger.archivedWithPeople(orgId)) {
            boolean mayName = report.kind() == ReportKind.USERS_28_DAY || days.contains(report.day());
            if (mayName) {
                eraser.erase(orgId, report, personId);
            }
        }
        store.deletePerson(orgId, personId);
    }
}
