package dev.flightlog.ingest.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.receive.PartSource;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads part files as GitHub sent them, a megabyte at a time and without a transaction. */
@Singleton
public class ReportArchive {
    private final ReportArchiveStore store;

    ReportArchive(ReportArchiveStore store) {
        this.store = store;
    }

    /** How many parts are kept; 0 where there are none. */
    public int parts(long organizationId, ReportKind kind, LocalDate day) {
        return store.parts(organizationId, kind, day);
    }

    /**
     * Opens a part, uncompressed; the caller closes it.
     *
     * @param part from 1
     * @throws IOException when it is not what was stored
     */
    public InputStream open(long organizationId, ReportKind kind, LocalDate day, int part) throws IOException {
        return new ZstdInputStreamNoFinalizer(
                new SequenceInputStream(new Pieces(chunk -> store.piece(organizationId, kind, day, part, chunk))));
    }

    /** All parts of a report as the importer reads them. */
    public PartSource source(long organizationId, ReportKind kind, LocalDate day) {
        int parts = parts(organizationId, kind, day);
        return new PartSource() {
            @Override
            public int parts() {
                return parts;
            }

            @Override
            public InputStream open(int part) throws IOException {
                return ReportArchive.this.open(organizationId, kind, day, part + 1);
            }
        };
    }

    /** Gives a piece, or null after the last one. */
    private interface PieceReader {
        byte @Nullable [] read(int chunk);
    }

    private static final class Pieces implements Enumeration<InputStream> {
        private final PieceReader reader;
        private int chunk;
        private byte @Nullable [] next;

        private Pieces(PieceReader reader) {
            this.reader = reader;
            this.next = reader.read(0);
        }

        @Override
        public boolean hasMoreElements() {
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            byte[] piece = next;
            if (piece == null) {
                throw new NoSuchElementException();
            }
            next = reader.read(++chunk);
            return new ByteArrayInputStream(piece);
        }
    }
}
