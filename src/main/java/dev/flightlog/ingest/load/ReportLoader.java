package dev.flightlog.ingest.load;

import dev.flightlog.copilot.InvalidReportException;
import dev.flightlog.copilot.ReadRows;
import dev.flightlog.copilot.ReportKind;
import dev.flightlog.copilot.ReportReader;
import dev.flightlog.copilot.RowReader;
import dev.flightlog.database.Database;
import dev.flightlog.database.DatabaseException;
import dev.flightlog.github.GitHubException;
import dev.flightlog.ingest.ImportOutcome;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.LeftOut;
import dev.flightlog.ingest.ReportImportStore;
import dev.flightlog.ingest.archive.ReportArchive;
import dev.flightlog.ingest.archive.ReportArchiveStore;
import dev.flightlog.ingest.receive.PartFile;
import dev.flightlog.ingest.receive.PartReceiver;
import dev.flightlog.ingest.receive.PartSource;
import dev.flightlog.ingest.receive.ReceivedParts;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a report: downloads and parses it without a transaction, then stores everything that comes of it in a single
 * one. So a day is there as a whole or not at all.
 */
@Singleton
public class ReportLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ReportLoader.class);
    private static final String THERE_TWICE = "23505";

    private final Database database;
    private final Loads loads;
    private final ReportImportStore ledger;
    private final ReportArchive archive;
    private final ReportArchiveStore chunks;
    private final UsageWeekStore weeks;
    private final ShortReports shortReports;
    private final InstantSource clock;

    ReportLoader(
            Database database,
            Loads loads,
            ReportImportStore ledger,
            ReportArchive archive,
            ReportArchiveStore chunks,
            UsageWeekStore weeks,
            ShortReports shortReports,
            InstantSource clock) {
        this.database = database;
        this.loads = loads;
        this.ledger = ledger;
        this.archive = archive;
        this.chunks = chunks;
        this.weeks = weeks;
        this.shortReports = shortReports;
        this.clock = clock;
    }

    /**
     * Loads part files from outside.
     *
     * @throws IOException when the bytes cannot be kept on this machine; nothing was stored
     */
    public ImportOutcome load(
            long organizationId, ReportKind kind, LocalDate firstDay, LocalDate day, PartSource source)
            throws IOException {
        try (ReceivedReport report = receive(organizationId, kind, firstDay, day, source)) {
            return store(report);
        } catch (InvalidReportException invalid) {
            return rejected(organizationId, kind, day, firstDay, String.valueOf(invalid.getMessage()));
        }
    }

    /**
     * Downloads and parses part files, and stores nothing. The caller closes what it gets.
     *
     * @throws IOException when the bytes cannot be kept on this machine
     * @throws InvalidReportException for a file that is no report
     */
    public ReceivedReport receive(
            long organizationId, ReportKind kind, LocalDate firstDay, LocalDate day, PartSource source)
            throws IOException {
        Load load = loads.start(organizationId, kind, firstDay, day);
        try {
            return new ReceivedReport(
                    organizationId, kind, firstDay, day, load, PartReceiver.receive(source, load.reader()));
        } catch (IOException | RuntimeException broken) {
            load.close();
            throw broken;
        }
    }

    /** Stores what was received, unless the same is stored already. */
    public ImportOutcome store(ReceivedReport report) throws IOException {
        long organizationId = report.organizationId;
        ReportKind kind = report.kind;
        LocalDate firstDay = report.firstDay;
        LocalDate day = report.day;
        Load load = report.load;
        ReceivedParts received = report.parts;
        try {
            ReadRows read = received.read();
            if (read.rows() == 0
                    && !shortReports.isReport(organizationId, kind, day, received.digest(), read.leftOut())) {
                if (read.leftOut() == 0) {
                    return noData(organizationId, kind, day, firstDay, "GitHub's file has no rows");
                }
                throw new InvalidReportException(String.valueOf(read.firstProblem()));
            }
            ReportImportStore.Loaded loaded = new ReportImportStore.Loaded(
                    received.digest(),
                    received.parts(),
                    read.rows(),
                    received.bytes(),
                    load.perPeriod(),
                    load.unknownFields(),
                    leftOut(read, load));
            if (isStored(ledger.find(organizationId, kind, day), loaded)) {
                ledger.unchanged(organizationId, kind, day, clock.instant());
                return new ImportOutcome.Unchanged(day);
            }
            load.prepare();
            ImportOutcome outcome =
                    storeOnce(load, () -> store(organizationId, kind, firstDay, day, load, loaded, received.files()));
            if (outcome instanceof ImportOutcome.Imported && !loaded.leftOut().isNothing()) {
                LOG.warn(
                        "report {} of {}: left out of it: rows {}, values {}; the first: {}",
                        kind.text(),
                        day,
                        loaded.leftOut().rows(),
                        loaded.leftOut().values(),
                        loaded.leftOut().problem());
            }
            return outcome;
        } catch (InvalidReportException invalid) {
            return rejected(organizationId, kind, day, firstDay, String.valueOf(invalid.getMessage()));
        } catch (DatabaseException refused) {
            return rejected(organizationId, kind, day, firstDay, valuesRefused(refused));
        }
    }

    /**
     * Loads a report from the archive, by today's rules.
     *
     * @throws IOException when the archive is damaged; what is stored stays
     * @throws InvalidReportException when the archive holds no report; what is stored stays
     * @throws IllegalStateException when GitHub's newer report was stored in the meantime: trying again helps
     */
    public ImportOutcome reload(long organizationId, LedgerEntry entry) throws IOException {
        PartSource source = archive.source(organizationId, entry.kind(), entry.day());
        if (source.parts() == 0 || entry.digest() == null) {
            return new ImportOutcome.NoData("the archive has nothing of this report");
        }
        try (Load load = loads.start(organizationId, entry.kind(), entry.firstDay(), entry.day())) {
            ReadRows read = read(source, load.reader());
            if (read.rows() == 0 && entry.rows() > 0) {
                throw new InvalidReportException(String.valueOf(read.firstProblem()));
            }
            ReportImportStore.Loaded loaded = new ReportImportStore.Loaded(
                    entry.digest(),
                    source.parts(),
                    read.rows(),
                    entry.bytes(),
                    load.perPeriod(),
                    load.unknownFields(),
                    leftOut(read, load));
            load.prepare();
            return storeOnce(
                    load, () -> store(organizationId, entry.kind(), entry.firstDay(), entry.day(), load, loaded, null));
        }
    }

    public ImportOutcome noData(
            long organizationId, ReportKind kind, LocalDate day, LocalDate firstDay, String reason) {
        ledger.attempted(organizationId, kind, day, firstDay, LedgerEntry.Outcome.NO_DATA, reason, clock.instant());
        return new ImportOutcome.NoData(reason);
    }

    public ImportOutcome rejected(
            long organizationId, ReportKind kind, LocalDate day, LocalDate firstDay, String problem) {
        ledger.attempted(organizationId, kind, day, firstDay, LedgerEntry.Outcome.FAILED, problem, clock.instant());
        return new ImportOutcome.Rejected(problem);
    }

    public ImportOutcome unanswered(
            long organizationId, ReportKind kind, LocalDate day, LocalDate firstDay, GitHubException trouble) {
        String problem = trouble.failure().inWords();
        ledger.attempted(organizationId, kind, day, firstDay, LedgerEntry.Outcome.FAILED, problem, clock.instant());
        return new ImportOutcome.Unanswered(kind, day, trouble);
    }

    private static LeftOut leftOut(ReadRows read, Load load) {
        String row = read.firstProblem();
        return new LeftOut(read.leftOut(), load.oddValues(), row == null ? load.firstOddValue() : row);
    }

    private static ReadRows read(PartSource source, RowReader reader) throws IOException {
        ReadRows rows = ReadRows.NONE;
        for (int part = 0; part < source.parts(); part++) {
            try (InputStream content = source.open(part)) {
                rows = rows.and(ReportReader.read(content, reader));
            }
        }
        return rows;
    }

    /** A person or repository that is there twice is rare, and costs a second try instead of a look at every row. */
    private static ImportOutcome storeOnce(Load load, Supplier<ImportOutcome> storing) {
        try {
            return storing.get();
        } catch (DatabaseException refused) {
            if (!refused.sqlState().equals(THERE_TWICE)) {
                throw refused;
            }
            load.mergeTwice();
            return storing.get();
        }
    }

    /**
     * @param parts what to put into the archive; null to leave it as it is
     */
    private ImportOutcome store(
            long organizationId,
            ReportKind kind,
            LocalDate firstDay,
            LocalDate day,
            Load load,
            ReportImportStore.Loaded loaded,
            @Nullable List<PartFile> parts) {
        return database.inTransaction(() -> database.onConnection(_ -> {
            ledger.lock(organizationId);
            LedgerEntry known = ledger.find(organizationId, kind, day);
            if (parts == null && !isStored(known, loaded)) {
                throw new IllegalStateException("the report of " + day + " was replaced while it was read");
            }
            if (parts != null && isStored(known, loaded)) {
                return new ImportOutcome.Unchanged(day);
            }
            try {
                List<LocalDate> days = load.store();
                if (parts != null) {
                    chunks.replace(organizationId, kind, day, parts);
                }
                ledger.imported(organizationId, kind, day, firstDay, loaded, clock.instant());
                days.stream()
                        .map(changed -> changed.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                        .distinct()
                        .forEach(monday -> weeks.rebuild(organizationId, monday));
                boolean restated = parts != null && known != null && known.imported();
                return new ImportOutcome.Imported(day, loaded.rows(), days, restated);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }));
    }

    private static boolean isStored(@Nullable LedgerEntry known, ReportImportStore.Loaded loaded) {
        return known != null && known.imported() && loaded.digest().equals(known.digest());
    }

    /** Values that Postgres cannot take, or the same row twice; everything else is Postgres' trouble and thrown on. */
    private static String valuesRefused(DatabaseException refused) {
        if (refused.sqlState().equals(THERE_TWICE)) {
            return "the same person, team or repository is there twice on one day";
        }
        if (refused.sqlState().startsWith("22") || refused.sqlState().startsWith("23")) {
            return "a value cannot be stored (SQL state " + refused.sqlState() + ")";
        }
        throw refused;
    }
}
