package dev.flightlog.ingest.archive;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.database.Database;
import dev.flightlog.ingest.load.BinaryCopy;
import dev.flightlog.ingest.receive.PartFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The raw archive: compressed part files in pieces of a megabyte. */
@Singleton
public class ReportArchiveStore {
    private static final int PIECE = 1024 * 1024;
    private static final String COPY =
            "copy report_chunk (org_id, kind, day, part, chunk, content) from stdin (format binary)";
    private static final int COLUMNS = 6;

    private final Database database;

    ReportArchiveStore(Database database) {
        this.database = database;
    }

    /** Puts the parts in the place of what is there. Call inside a transaction. */
    public void replace(long organizationId, ReportKind kind, LocalDate day, List<PartFile> parts)
            throws IOException, SQLException {
        delete(organizationId, kind, day);
        byte[] piece = new byte[PIECE];
        try (BinaryCopy copy = new BinaryCopy(database.startCopy(COPY))) {
            for (int part = 0; part < parts.size(); part++) {
                try (InputStream compressed = parts.get(part).compressed()) {
                    int chunk = 0;
                    for (int length = compressed.readNBytes(piece, 0, PIECE);
                            length > 0;
                            length = compressed.readNBytes(piece, 0, PIECE)) {
                        copy.row(COLUMNS);
                        copy.bigint(organizationId);
                        copy.text(kind.text());
                        copy.date(day);
                        copy.integer(part + 1);
                        copy.integer(chunk++);
                        copy.bytes(piece, 0, length);
                    }
                }
            }
            copy.end();
        }
    }

    public void delete(long organizationId, ReportKind kind, LocalDate day) {
        database.update(
                "delete from report_chunk where org_id = ? and kind = ? and day = ?", organizationId, kind.text(), day);
    }

    /** How many parts are kept; 0 where the archive has nothing. */
    int parts(long organizationId, ReportKind kind, LocalDate day) {
        return database.one(
                "select coalesce(max(part), 0) as parts from report_chunk where org_id = ? and kind = ? and day = ?",
                row -> row.integer("parts"),
                organizationId,
                kind.text(),
                day);
    }

    byte @Nullable [] piece(long organizationId, ReportKind kind, LocalDate day, int part, int chunk) {
        return database.first("""
            select content from report_chunk
             where org_id = ? and kind = ? and day = ? and part = ? and chunk = ?
            """, row -> row.bytes("content"), organizationId, kind.text(), day, part, chunk);
    }
}
