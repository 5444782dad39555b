package dev.flightlog.fake.report;

import dev.flightlog.fake.model.ReportFiles;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.ReportSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reports whose rows a test writes itself; a day is published as soon as it is put here. */
public final class HandMadeReports implements ReportSource {
    private record Key(ReportKind kind, LocalDate day) {}

    private final Map<Key, List<String>> parts = new ConcurrentHashMap<>();
    private volatile @Nullable LocalDate latest;

    /** Publishes the rows of a day as one part file, each row a JSON object on one line. */
    public HandMadeReports put(ReportKind kind, LocalDate day, String... rows) {
        return putParts(kind, day, List.of(String.join("\n", rows) + "\n"));
    }

    /** Publishes a day as several part files, given as they are sent. */
    public HandMadeReports putParts(ReportKind kind, LocalDate day, List<String> files) {
        parts.put(new Key(kind, day), new ArrayList<>(files));
        LocalDate end = latest;
        if (kind.latest() && (end == null || day.isAfter(end))) {
            latest = day;
        }
        return this;
    }

    /** Takes a day back, as if it had never been published. */
    public void remove(ReportKind kind, LocalDate day) {
        parts.remove(new Key(kind, day));
    }

    @Override
    public Optional<ReportFiles> day(ReportKind kind, LocalDate day, LocalDate today) {
        return Optional.ofNullable(parts.get(new Key(kind, day)))
                .map(files -> new ReportFiles(
                        files.size(), (part, out) -> out.write(files.get(part).getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public Optional<LocalDate> latest(LocalDate today) {
        return Optional.ofNullable(latest);
    }
}
