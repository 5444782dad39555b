package dev.flightlog.app;

import dev.flightlog.ingest.ImportOutcome;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.UsageHistory;
import dev.flightlog.ingest.UsageImport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Loads every archived report of an organization again, oldest day first, teams of a day before its people. */
@Singleton
class Reimporting {
    private static final Comparator<LedgerEntry> ORDER =
            Comparator.comparing(LedgerEntry::day).thenComparing(LedgerEntry::kind);

    private final UsageImport imports;

    Reimporting(UsageImport imports) {
        this.imports = imports;
    }

    /**
     * True when every report was loaded; {@code says} receives the result of each. One that fails does not stop the
     * others.
     */
    boolean all(long org, Consumer<String> says) {
        List<LedgerEntry> reports = imports.ledgerSince(org, UsageHistory.FIRST_DAY).stream()
                .filter(LedgerEntry::imported)
                .sorted(ORDER)
                .toList();
        boolean whole = true;
        for (LedgerEntry report : reports) {
            String outcome = load(org, report);
            whole &= !outcome.startsWith("failed");
            says.accept(report.kind().text() + " " + report.day() + ": " + outcome);
        }
        return whole;
    }

    private String load(long org, LedgerEntry report) {
        try {
            return switch (imports.reimport(org, report.kind(), report.day())) {
                case ImportOutcome.Imported imported -> imported.rows() + " rows";
                case ImportOutcome.Unchanged _ -> "unchanged";
                case ImportOutcome.NoData none -> "nothing: " + none.reason();
                case ImportOutcome.Rejected rejected -> "failed: " + rejected.problem();
                case ImportOutcome.Unanswered unanswered ->
                    "failed: " + unanswered.trouble().getMessage();
            };
        } catch (IOException damaged) {
            return "failed: the archive cannot be read (" + damaged.getClass().getSimpleName() + ")";
        } catch (RuntimeException failure) {
            // One report must not keep the later ones from being loaded, whatever is wrong with it.
            return "failed: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
        }
    }
}
