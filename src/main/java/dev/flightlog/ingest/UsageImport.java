package dev.flightlog.ingest;

import dev.flightlog.copilot.InvalidReportException;
import dev.flightlog.copilot.ReportAnswer;
import dev.flightlog.copilot.ReportKind;
import dev.flightlog.copilot.Reports;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Pace;
import dev.flightlog.github.rest.ConcurrentRequests;
import dev.flightlog.github.rest.ConcurrentRequests.Went;
import dev.flightlog.ingest.load.ReceivedReport;
import dev.flightlog.ingest.load.ReportLoader;
import dev.flightlog.ingest.receive.PartSource;
import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one report of an organization into the database: one short, repeatable unit of work. */
@Singleton
public class UsageImport {
    private static final Logger log = LoggerFactory.getLogger(UsageImport.class);

    private final Reports reports;
    private final ReportLoader loader;
    private final ReportImportStore ledger;
    private final ConcurrentRequests concurrent;

    UsageImport(Reports reports, ReportLoader loader, ReportImportStore ledger, ConcurrentRequests concurrent) {
        this.reports = reports;
        this.loader = loader;
        this.ledger = ledger;
        this.concurrent = concurrent;
    }

    /**
     * Asks GitHub for a report and loads it. A second call with the same report changes nothing.
     *
     * <p>Of a day, {@code user-teams-1-day} is best read before {@code users-1-day}: the other way round the day is
     * written twice.
     *
     * @param day UTC day; of a 28-day report there is only the latest, and the day is only for the ledger
     * @throws GitHubException permission, policy, rate limit: nothing was stored
     * @throws dev.flightlog.database.DatabaseException when Postgres is unavailable: nothing was stored
     * @throws UncheckedIOException when this machine has no room for the file: nothing was stored
     */
    public ImportOutcome importReport(ReportOwner owner, ReportKind kind, LocalDate day) {
        try (FetchedReport fetched = fetch(owner, kind, day)) {
            return store(owner, kind, day, fetched);
        }
    }

    /**
     * As {@link #importReport}, for reports that are stored in the given order while later ones are fetched. A report that
     * was fetched and not stored is fetched again another time.
     *
     * @param wanted asked for the next one only when that is about to be fetched
     */
    void importReports(
            ReportOwner owner,
            Pace pace,
            Iterator<UsageHistory.Wanted> wanted,
            BiConsumer<UsageHistory.Wanted, ImportOutcome> outcomes) {
        Iterator<Supplier<Pending>> requests = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return wanted.hasNext();
            }

            @Override
            public Supplier<Pending> next() {
                UsageHistory.Wanted report = wanted.next();
                return () -> new Pending(report, fetch(owner, report.kind(), report.day()));
            }
        };
        concurrent.inOrder(owner.access(), pace, requests, new ConcurrentRequests.Handler<>() {
            @Override
            public Went take(Pending pending) {
                try (FetchedReport fetched = pending.fetched()) {
                    UsageHistory.Wanted report = pending.report();
                    outcomes.accept(report, store(owner, report.kind(), report.day(), fetched));
                    return fetched.well() ? Went.WELL : Went.BADLY;
                }
            }

            @Override
            public void discard(Pending pending) {
                pending.fetched().close();
            }
        });
    }

    private record Pending(UsageHistory.Wanted report, FetchedReport fetched) {}

    private ImportOutcome store(ReportOwner owner, ReportKind kind, LocalDate day, FetchedReport fetched) {
        ImportOutcome outcome = switch (fetched) {
            case FetchedReport.Received(ReceivedReport report) -> store(report);
            case FetchedReport.NotThere(String reason) ->
                loader.noData(owner.organizationId(), kind, day, day.minusDays(kind.days() - 1L), reason);
            case FetchedReport.Broken(LocalDate firstDay, LocalDate lastDay, String problem) ->
                loader.rejected(owner.organizationId(), kind, lastDay, firstDay, problem);
            case FetchedReport.Failed(RuntimeException trouble) -> failed(owner, kind, day, trouble);
        };
        switch (outcome) {
            case ImportOutcome.Imported imported ->
                log.info("report {} of {} of {}: {}", kind.text(), day, owner.login(), imported.inWords());
            case ImportOutcome.Rejected(String problem) ->
                log.warn("report {} of {} of {} is no report: {}", kind.text(), day, owner.login(), problem);
            // The history asks for years of days that GitHub does not have.
            case ImportOutcome.Unchanged _, ImportOutcome.NoData _, ImportOutcome.Unanswered _ ->
                log.debug("report {} of {} of {}: {}", kind.text(), day, owner.login(), outcome);
        }
        return outcome;
    }

    private ImportOutcome store(ReceivedReport report) {
        try {
            return loader.store(report);
        } catch (IOException local) {
            throw new UncheckedIOException("a report could not be read again on this machine", local);
        }
    }

    /** A report that GitHub fails to give is in the ledger too, so that it comes again and others come before it. */
    private ImportOutcome failed(ReportOwner owner, ReportKind kind, LocalDate day, RuntimeException failure) {
        if (!(failure instanceof GitHubException trouble)
                || Thread.currentThread().isInterrupted()) {
            // This process stops: that says nothing about the report.
            throw failure;
        }
        return switch (trouble.failure()) {
            case Failure.Unavailable _, Failure.Refused _ ->
                loader.unanswered(owner.organizationId(), kind, day, day.minusDays(kind.days() - 1L), trouble);
            default -> throw trouble;
        };
    }

    private FetchedReport fetch(ReportOwner owner, ReportKind kind, LocalDate day) {
        try {
            return fetch(owner, kind, day, true);
        } catch (RuntimeException trouble) {
            return new FetchedReport.Failed(trouble);
        }
    }

    private FetchedReport fetch(ReportOwner owner, ReportKind kind, LocalDate day, boolean askAgain) {
        return switch (reports.ask(owner.access(), owner.login(), kind, day)) {
            case ReportAnswer.NotAvailable none -> new FetchedReport.NotThere(none.reason());
            case ReportAnswer.Available available ->
                kind.daily() && !available.lastDay().equals(day)
                        ? new FetchedReport.NotThere("GitHub answered with another day: " + available.lastDay())
                        : receive(owner, kind, day, available, askAgain);
        };
    }

    /** A signed link may have expired, or lead nowhere yet: new ones are asked for once. */
    private FetchedReport receive(
            ReportOwner owner, ReportKind kind, LocalDate day, ReportAnswer.Available available, boolean askAgain) {
        try {
            return new FetchedReport.Received(loader.receive(
                    owner.organizationId(),
                    kind,
                    available.firstDay(),
                    available.lastDay(),
                    new Linked(available.links())));
        } catch (InvalidReportException invalid) {
            return new FetchedReport.Broken(
                    available.firstDay(), available.lastDay(), String.valueOf(invalid.getMessage()));
        } catch (GitHubException refused) {
            if (!(refused.failure() instanceof Failure.NotFound)) {
                throw refused;
            }
            return askAgain
                    ? fetch(owner, kind, day, false)
                    : new FetchedReport.Broken(
                            available.firstDay(), available.lastDay(), "GitHub's file is not there (yet)");
        } catch (IOException local) {
            throw new UncheckedIOException(
                    "report " + kind.text() + " could not be kept on this machine: " + local.getMessage(), local);
        }
    }

    /**
     * Loads a report from the archive again, by today's rules and without asking GitHub.
     *
     * @throws IOException when the archive is damaged: what is stored stays
     */
    public ImportOutcome reimport(long organizationId, ReportKind kind, LocalDate day) throws IOException {
        LedgerEntry entry = ledger.find(organizationId, kind, day);
        return entry == null
                ? new ImportOutcome.NoData("this report was never imported")
                : loader.reload(organizationId, entry);
    }

    /** Days whose own report is stored and differs from the 28-day report; until they are read again. */
    Set<LocalDate> differing(long organizationId, LocalDate since) {
        return ledger.differing(organizationId, since);
    }

    /** What was left out of reports since a day, as a sentence; null where nothing was. */
    @Nullable
    String leftOut(long organizationId, LocalDate since) {
        return ledger.leftOut(organizationId, since);
    }

    /** Has the reports of days from {@code since} on read again by the history job, a few at a time. */
    public int readAgain(long organizationId, LocalDate since) {
        return ledger.readAgain(organizationId, since);
    }

    /** What the ledger knows of days from {@code day} on, newest first. */
    public List<LedgerEntry> ledgerSince(long organizationId, LocalDate day) {
        return ledger.since(organizationId, day);
    }

    private final class Linked implements PartSource {
        private final List<URI> links;

        private Linked(List<URI> links) {
            this.links = links;
        }

        @Override
        public int parts() {
            return links.size();
        }

        @Override
        public InputStream open(int part) {
            return new Download(reports.open(links.get(part)));
        }
    }

    /** A connection that breaks is GitHub's trouble; what breaks while its bytes are kept is ours. */
    private static final class Download extends FilterInputStream {
        private Download(InputStream content) {
            super(content);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException broken) {
                // Not as the cause: some of the JDK's messages quote the link.
                throw new GitHubException(
                        new Failure.Unavailable(0),
                        "download of a report (" + broken.getClass().getSimpleName() + ")");
            }
        }
    }
}
