package dev.flightlog.erasure;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.ReportImportStore;
import dev.flightlog.ingest.load.UsagePartitionStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

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
    public void apply(long organizationId, LocalDate keepFrom) {
        partitions.partitions().forEach((month, partition) -> {
            if (month.isBefore(YearMonth.from(keepFrom))) {
                partitions.dropIfOnlyOf(organizationId, partition);
            }
        });
        store.deleteBefore(organizationId, keepFrom);
    }

    /** Erases everything about an organization, whatever its age. */
    public void eraseOrganization(long organizationId) {
        store.deleteAll(organizationId);
    }

    /**
     * Erases people: rows, memberships and last active days, and their rows in archived files, which are rewritten
     * without them. Totals stay: they name nobody.
     *
     * @param people all at once, because each of GitHub's reports of 28 days is read from beginning to end for them
     * @throws IOException when an archived file cannot be rewritten; a retry continues where it stopped
     * @throws IllegalStateException when a report was replaced in the meantime: trying again helps
     */
    public void erasePeople(long organizationId, Set<Long> people) throws IOException {
        Set<LocalDate> days = Set.copyOf(store.daysOf(organizationId, people));
        for (LedgerEntry report : ledger.archivedWithPeople(organizationId)) {
            boolean mayName = report.kind() == ReportKind.USERS_28_DAY || days.contains(report.day());
            if (mayName) {
                eraser.erase(organizationId, report, people);
            }
        }
        store.deletePeople(organizationId, people);
    }
}
