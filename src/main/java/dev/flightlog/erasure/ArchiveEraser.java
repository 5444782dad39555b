package dev.flightlog.erasure;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.flightlog.copilot.PersonFilter;
import dev.flightlog.copilot.ReadRows;
import dev.flightlog.database.Database;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.ReportImportStore;
import dev.flightlog.ingest.archive.ReportArchive;
import dev.flightlog.ingest.archive.ReportArchiveStore;
import dev.flightlog.ingest.receive.PartFile;
import dev.flightlog.ingest.receive.PartSource;
import dev.flightlog.ingest.receive.ReceivedParts;
import dev.flightlog.ingest.stage.ScratchFile;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people's rows out of archived files, all of them in one reading. Files without any stay byte for byte what
 * GitHub sent; those that cannot be read any more are dropped, because they may name people and serve nobody.
 */
@Singleton
class ArchiveEraser {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveEraser.class);
    private static final int COMPRESSION = 3;

    private final Database database;
    private final ReportArchive archive;
    private final ReportArchiveStore chunks;
    private final ReportImportStore ledger;

    ArchiveEraser(Database database, ReportArchive archive, ReportArchiveStore chunks, ReportImportStore ledger) {
        this.database = database;
        this.archive = archive;
        this.chunks = chunks;
        this.ledger = ledger;
    }

    /**
     * @param report as the ledger had it before its files were read
     * @throws IOException when this machine cannot rewrite the files; then nothing is changed
     * @throws IllegalStateException when the report was replaced in the meantime: trying again helps
     */
    void erase(long organizationId, LedgerEntry report, Set<Long> people) throws IOException {
        PartSource source = archive.source(organizationId, report.kind(), report.day());
        Set<Long> erased = new HashSet<>();
        try (ReceivedParts rewritten = new ReceivedParts()) {
            for (int part = 0; part < source.parts(); part++) {
                erased.addAll(rewrite(source, part, people, rewritten));
            }
            if (!erased.isEmpty()) {
                replace(organizationId, report, rewritten, erased.size());
            }
        } catch (IOException broken) {
            if (readable(source)) {
                throw broken;
            }
            drop(organizationId, report);
        }
    }

    /** Whose fault it is: a full disk must not cost an archive. */
    private static boolean readable(PartSource source) {
        for (int part = 0; part < source.parts(); part++) {
            try (InputStream content = source.open(part)) {
                PersonFilter.copyWithout(Set.of(), content, OutputStream.nullOutputStream());
            } catch (IOException damaged) {
                return false;
            }
        }
        return true;
    }

    private void drop(long organizationId, LedgerEntry report) {
        database.transact(() -> {
            lockUnchanged(organizationId, report);
            chunks.delete(organizationId, report.kind(), report.day());
            ledger.unarchived(organizationId, report.kind(), report.day());
        });
        LOG.warn(
                "the archived report {} of {} of organization {} is damaged: it is dropped, because people had to be"
                        + " erased from it. What was loaded from it stays.",
                report.kind().text(),
                report.day(),
                organizationId);
    }

    private static Set<Long> rewrite(PartSource source, int part, Set<Long> people, ReceivedParts rewritten)
            throws IOException {
        ScratchFile file = ScratchFile.create();
        rewritten.add(new PartFile(file, 0, ""), ReadRows.NONE);
        try (InputStream content = source.open(part);
                OutputStream out =
                        new ZstdOutputStreamNoFinalizer(new BufferedOutputStream(file.output()), COMPRESSION)) {
            return PersonFilter.copyWithout(people, content, out);
        }
    }

    private void replace(long organizationId, LedgerEntry report, ReceivedParts rewritten, int erased) {
        database.transact(() -> database.onConnection(_ -> {
            lockUnchanged(organizationId, report);
            try {
                chunks.replace(organizationId, report.kind(), report.day(), rewritten.files());
                ledger.erased(organizationId, report.kind(), report.day(), erased);
                return true;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }));
    }

    private void lockUnchanged(long organizationId, LedgerEntry report) {
        ledger.lock(organizationId);
        LedgerEntry now = ledger.find(organizationId, report.kind(), report.day());
        if (now == null || !Objects.equals(now.digest(), report.digest())) {
            throw new IllegalStateException("the report of " + report.day() + " was replaced while it was read");
        }
    }
}
