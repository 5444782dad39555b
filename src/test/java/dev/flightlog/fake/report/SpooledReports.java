package dev.flightlog.fake.report;

import dev.flightlog.fake.model.ReportFiles;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.ReportSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes another source's files to a directory once and serves them from there, so that benchmarks do not measure inventing. */
public final class SpooledReports implements ReportSource {
    private final ReportSource source;
    private final Path directory;
    private final Map<String, Path> written = new ConcurrentHashMap<>();

    public SpooledReports(ReportSource source, Path directory) {
        this.source = source;
        this.directory = directory;
    }

    @Override
    public Optional<LocalDate> latest(LocalDate today) {
        return source.latest(today);
    }

    @Override
    public Optional<ReportFiles> day(ReportKind kind, LocalDate day, LocalDate today) {
        return source.day(kind, day, today)
                .map(files ->
                        new ReportFiles(files.parts(), (part, out) -> Files.copy(spool(kind, day, part, files), out)));
    }

    /** Writes all parts of a report now. */
    public void prepare(ReportKind kind, LocalDate day, LocalDate today) {
        source.day(kind, day, today).ifPresent(files -> {
            for (int part = 0; part < files.parts(); part++) {
                spool(kind, day, part, files);
            }
        });
    }

    private Path spool(ReportKind kind, LocalDate day, int part, ReportFiles files) {
        return written.computeIfAbsent(kind.path() + "-" + day + "-" + part + ".json", name -> {
            Path file = directory.resolve(name);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                files.writer().write(part, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file;
        });
    }
}
