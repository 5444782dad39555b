package dev.flightlog.usage;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.flightlog.copilot.PersonFilter;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Takes a person's rows out of archived files. Files without any stay byte for byte what GitHub sent. */
@Singleton
class ArchiveEraser {
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
     * @throws IllegalStateException when the report was replaced in the meantime: trying again helps
     */
    void erase(long orgId, LedgerEntry report, long personId) throws IOException {
        PartSource source = archive.source(orgId, report.kind(), report.day());
        long erased = 0;
        try (ReceivedParts rewritten = new ReceivedParts()) {
            for (int part = 0; part < source.parts(); part++) {
                erased += rewrite(source, part, personId, rewritten);
            }
            if (erased > 0) {
                replace(orgId, report, rewritten);
            }
        }
    }

    private static long rewrite(PartSource source, int part, long personId, ReceivedParts rewritten)
            throws IOException {
        ScratchFile file = ScratchFile.create();
        rewritten.add(new PartFile(file, 0, ""), 0);
        try (InputStream content = source.open(part);
                OutputStream out =
                        new ZstdOutputStreamNoFinalizer(new BufferedOutputStream(file.output()), COMPRESSION)) {
            return PersonFilter.copyWithout(personId, content, out);
        }
    }

    private void replace(long orgId, LedgerEntry report, ReceivedParts rewritten) {
        database.transact(() -> database.onConnection(_ -> {
            ledger.lock(orgId);
            LedgerEntry now = ledger.find(orgId, report.kind(), report.day());
            if (now == null || !Objects.equals(now.digest(), report.digest())) {
                throw new IllegalStateException("the report of " + report.day() + " was replaced while it was read");
            }
            try {
                chunks.replace(orgId, report.kind(), report.day(), rewritten.files());
                ledger.erasedOne(orgId, report.kind(), report.day());
                return true;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }));
    }
}
