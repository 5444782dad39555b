package dev.flightlog.ingest.load;

import dev.flightlog.copilot.InvalidReportException;
import dev.flightlog.copilot.OrganizationDay;
import dev.flightlog.copilot.OrganizationDayReader;
import dev.flightlog.copilot.ReportKind;
import dev.flightlog.copilot.RowReader;
import dev.flightlog.copilot.UnknownFields;
import dev.flightlog.ingest.ReportImportStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code organization-1-day} and {@code organization-28-day}: at most 28 small rows. A day's own report wins. */
final class OrganizationLoad implements Load {
    private final long organizationId;
    private final ReportKind kind;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final OrganizationReportStore store;
    private final ReportImportStore ledger;
    private final UnknownFields unknown = new UnknownFields();
    private final TreeMap<LocalDate, OrganizationDay> days = new TreeMap<>();

    OrganizationLoad(
            long organizationId,
            ReportKind kind,
            LocalDate firstDay,
            LocalDate lastDay,
            OrganizationReportStore store,
            ReportImportStore ledger) {
        this.organizationId = organizationId;
        this.kind = kind;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public RowReader reader() {
        return new OrganizationDayReader(unknown, this::add);
    }

    private void add(OrganizationDay row) {
        LocalDate day = row.day() == null && kind.daily() ? lastDay : row.day();
        if (day == null || day.isBefore(firstDay) || day.isAfter(lastDay)) {
            throw new InvalidReportException("day must be from " + firstDay + " to " + lastDay + ", but is " + day);
        }
        if (days.putIfAbsent(day, row) != null) {
            throw new InvalidReportException("day " + day + " must be there once, but comes again");
        }
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
    public List<String> unknownFields() {
        return unknown.names();
    }

    @Override
    public List<LocalDate> store() {
        List<LocalDate> own = kind.daily()
                ? List.of()
                : ledger.importedDays(organizationId, ReportKind.ORGANIZATION_1_DAY, firstDay, lastDay);
        List<LocalDate> written = new ArrayList<>();
        days.forEach((day, report) -> {
            if (!own.contains(day)) {
                store.deleteDay(organizationId, day);
                store.write(organizationId, day, report);
                written.add(day);
            }
        });
        return written;
    }

    @Override
    public void close() {
        days.clear();
    }
}
