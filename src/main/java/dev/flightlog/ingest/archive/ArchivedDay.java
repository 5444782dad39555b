package dev.flightlog.ingest.archive;

import dev.flightlog.copilot.NameTable;
import dev.flightlog.copilot.ReportReader;
import dev.flightlog.copilot.UnknownFields;
import dev.flightlog.copilot.UserDayReader;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.load.UserDayStores;
import dev.flightlog.ingest.receive.PartSource;
import dev.flightlog.ingest.stage.DayScratch;
import dev.flightlog.ingest.stage.DayStage;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** One stored day of people's rows, read from the archive again so that it can be written with other teams. */
public final class ArchivedDay implements AutoCloseable {
    private final long organizationId;
    private final LocalDate day;
    private final LedgerEntry report;
    private final UserDayStores stores;
    private final NameTable symbols = new NameTable();
    private final DayStage stage;

    private ArchivedDay(long organizationId, LocalDate day, LedgerEntry report, UserDayStores stores) {
        this.organizationId = organizationId;
        this.day = day;
        this.report = report;
        this.stores = stores;
        this.stage = new DayStage(day, day);
    }

    /**
     * @param report the report of which the stored day was made
     */
    static ArchivedDay read(
            long organizationId, LocalDate day, LedgerEntry report, ReportArchive archive, UserDayStores stores)
            throws IOException {
        ArchivedDay archived = new ArchivedDay(organizationId, day, report, stores);
        try {
            archived.read(archive.source(organizationId, report.kind(), report.day()));
            return archived;
        } catch (IOException | RuntimeException broken) {
            archived.close();
            throw broken;
        }
    }

    private void read(PartSource source) throws IOException {
        UserDayReader reader = new UserDayReader(symbols, new UnknownFields(), row -> {
            if (row.day == null || row.day.equals(day)) {
                stage.add(row);
            }
        });
        for (int part = 0; part < source.parts(); part++) {
            try (InputStream content = source.open(part)) {
                ReportReader.read(content, reader);
            }
        }
    }

    /**
     * Rewrites the day. Call inside a transaction.
     *
     * @throws IllegalStateException when the report was replaced in the meantime: trying again helps
     */
    public List<LocalDate> rewrite() throws IOException, SQLException {
        LedgerEntry now = stores.ledger().find(organizationId, report.kind(), report.day());
        if (now == null || !Objects.equals(now.digest(), report.digest())) {
            throw new IllegalStateException("the report of " + day + " was replaced while it was read");
        }
        stores.days().deleteDay(organizationId, day);
        stores.days()
                .writeDay(
                        organizationId, day, stage, stores.teams().teams(organizationId, day), new DayScratch(symbols));
        return List.of(day);
    }

    /** See {@link DayStage#mergeTwice}. */
    public void mergeTwice() {
        stage.mergeTwice();
    }

    @Override
    public void close() {
        stage.close();
    }
}
