package dev.flightlog.ingest.load;

import dev.flightlog.copilot.NameTable;
import dev.flightlog.copilot.ReportKind;
import dev.flightlog.copilot.RowReader;
import dev.flightlog.copilot.UnknownFields;
import dev.flightlog.copilot.UserDayReader;
import dev.flightlog.ingest.stage.DayScratch;
import dev.flightlog.ingest.stage.DayStage;
import dev.flightlog.ingest.stage.DayTotals;
import dev.flightlog.ingest.stage.PeopleSeen;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code users-1-day} and {@code users-28-day}. A day's own report wins over the one of 28 days. */
final class UserDaysLoad implements Load {
    private final long organizationId;
    private final ReportKind kind;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final UserDayStores stores;
    private final UsagePartitionStore partitions;
    private final NameTable symbols = new NameTable();
    private final UnknownFields unknown = new UnknownFields();
    private final DayStage stage;

    UserDaysLoad(
            long organizationId,
            ReportKind kind,
            LocalDate firstDay,
            LocalDate lastDay,
            UserDayStores stores,
            UsagePartitionStore partitions) {
        this.organizationId = organizationId;
        this.kind = kind;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.stores = stores;
        this.partitions = partitions;
        this.stage = new DayStage(firstDay, lastDay);
    }

    @Override
    public RowReader reader() {
        return new UserDayReader(symbols, unknown, stage::add);
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
    public boolean perPeriod() {
        return stage.perPeriod();
    }

    @Override
    public void prepare() {
        partitions.ensure(firstDay, lastDay);
    }

    @Override
    public List<LocalDate> store() throws IOException, SQLException {
        if (stage.perPeriod()) {
            return List.of();
        }
        List<LocalDate> own = kind.daily()
                ? List.of()
                : stores.ledger().importedDays(organizationId, ReportKind.USERS_1_DAY, firstDay, lastDay);
        List<LocalDate> staged = stage.days();
        List<LocalDate> changed = new ArrayList<>();
        DayScratch scratch = new DayScratch(symbols);
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            boolean known = stores.days().hasDay(organizationId, day);
            if (own.contains(day)) {
                compare(day);
                continue;
            }
            // A day's own report without rows says that nobody was active.
            boolean told = kind.daily() || staged.contains(day);
            if (!known && !told) {
                continue;
            }
            if (known) {
                stores.days().deleteDay(organizationId, day);
            }
            if (told) {
                write(day, scratch);
            }
            changed.add(day);
        }
        remember(scratch.people());
        return changed;
    }

    /**
     * A day's own report has precedence; where the 28-day report differs, GitHub restated the day and it is read again.
     */
    private void compare(LocalDate day) throws IOException {
        if (stores.days().hasTotals(organizationId, day, totals(day))) {
            return;
        }
        // A person who is there twice was one when the day was stored.
        stage.mergeTwice();
        if (!stores.days().hasTotals(organizationId, day, totals(day))) {
            stores.ledger().differs(organizationId, day);
        }
    }

    private DayTotals totals(LocalDate day) throws IOException {
        DayTotals totals = new DayTotals(1);
        stage.each(day, row -> totals.add(0, row));
        return totals;
    }

    private void write(LocalDate day, DayScratch scratch) throws IOException, SQLException {
        if (scratch.people().full()) {
            remember(scratch.people());
        }
        stores.days().writeDay(organizationId, day, stage, stores.teams().teams(organizationId, day), scratch);
    }

    private void remember(PeopleSeen people) {
        boolean latest = !stores.days().hasDayAfter(organizationId, lastDay);
        stores.people().remember(organizationId, people.sightings(), latest);
        people.clear();
    }

    @Override
    public void close() {
        stage.close();
    }
}
