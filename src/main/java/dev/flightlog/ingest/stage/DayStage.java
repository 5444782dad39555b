package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.InvalidReportException;
import dev.flightlog.copilot.UserDay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Parsed rows of a users report, sorted by day into temporary files: so that a day can be written, with its teams,
 * while only that day's totals are in memory. Closing forgets them.
 */
public final class DayStage implements AutoCloseable {
    /** Takes a row; what it keeps it must copy. */
    @FunctionalInterface
    public interface Rows<E extends Exception> {
        void take(UserDay row) throws IOException, E;
    }

    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final TreeMap<LocalDate, DayFile> files = new TreeMap<>();
    private @Nullable DayFile latest;
    private boolean perPeriod;
    private boolean merging;

    public DayStage(LocalDate firstDay, LocalDate lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * @throws InvalidReportException for a day that the report cannot have
     */
    public void add(UserDay row) throws IOException {
        LocalDate day = row.day == null && firstDay.equals(lastDay) ? firstDay : row.day;
        if (day == null) {
            perPeriod = true;
            return;
        }
        if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
            throw new InvalidReportException("day must be from " + firstDay + " to " + lastDay + ", but is " + day);
        }
        UserDayFormat.write(row, file(day).output);
    }

    private DayFile file(LocalDate day) throws IOException {
        if (latest == null || !latest.day.equals(day)) {
            latest = files.get(day);
            if (latest == null) {
                latest = DayFile.create(day);
                files.put(day, latest);
            }
        }
        return latest;
    }

    /** True where a row named no day: it is about the whole period (github.md: Report rows). */
    public boolean perPeriod() {
        return perPeriod;
    }

    /** Days that have rows, ascending. */
    public List<LocalDate> days() {
        return List.copyOf(files.keySet());
    }

    /** From now on two rows of a person and day are handed over as one; costs a second look at each day. */
    public void mergeTwice() {
        merging = true;
    }

    public <E extends Exception> void each(LocalDate day, Rows<E> rows) throws IOException, E {
        DayFile file = files.get(day);
        if (file == null) {
            return;
        }
        file.output.flush();
        if (merging) {
            DuplicateUserDays twice = DuplicateUserDays.of(consumer -> read(file, day, consumer));
            read(file, day, row -> {
                if (!twice.holds(row.personId)) {
                    rows.take(row);
                }
            });
            for (UserDay merged : twice.merged()) {
                merged.day = day;
                rows.take(merged);
            }
            return;
        }
        read(file, day, rows);
    }

    private static <E extends Exception> void read(DayFile file, LocalDate day, Rows<E> rows) throws IOException, E {
        UserDay row = new UserDay();
        try (RowInput input = new RowInput(file.scratch.input())) {
            while (!input.atEnd()) {
                UserDayFormat.read(input, row);
                row.day = day;
                rows.take(row);
            }
        }
    }

    @Override
    public void close() {
        files.values().forEach(file -> file.scratch.close());
    }

    private record DayFile(LocalDate day, ScratchFile scratch, RowOutput output) {
        static DayFile create(LocalDate day) throws IOException {
            ScratchFile scratch = ScratchFile.create();
            return new DayFile(day, scratch, new RowOutput(scratch.output()));
        }
    }
}
