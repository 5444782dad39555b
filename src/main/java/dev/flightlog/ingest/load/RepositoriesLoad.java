package dev.flightlog.ingest.load;

import dev.flightlog.copilot.RepositoryDayReader;
import dev.flightlog.copilot.RowReader;
import dev.flightlog.copilot.UnknownFields;
import dev.flightlog.ingest.stage.RepositoryStage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code repos-1-day}. */
final class RepositoriesLoad implements Load {
    private final long organizationId;
    private final LocalDate day;
    private final RepositoryDayStore store;
    private final UnknownFields unknown = new UnknownFields();
    private final RepositoryStage stage;

    RepositoriesLoad(long organizationId, LocalDate day, RepositoryDayStore store) throws IOException {
        this.organizationId = organizationId;
        this.day = day;
        this.store = store;
        this.stage = new RepositoryStage(day);
    }

    @Override
    public RowReader reader() {
        return new RepositoryDayReader(unknown, stage::add);
    }

    @Override
    public long oddValues() {
        return unknown.odd();
    }

    @Override
    public @Nullable String firstOddValue() {
        return unknown.firstOdd();
    }

    @Override
    public void mergeTwice() {
        stage.mergeTwice();
    }

    @Override
    public List<String> unknownFields() {
        return unknown.names();
    }

    @Override
    public List<LocalDate> store() throws IOException, SQLException {
        store.deleteDay(organizationId, day);
        store.writeDay(organizationId, day, stage);
        return List.of(day);
    }

    @Override
    public void close() {
        stage.close();
    }
}
