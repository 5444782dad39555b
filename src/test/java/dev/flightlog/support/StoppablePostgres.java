package dev.flightlog.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** An embedded Postgres of its own that is really stopped, and started again with its data at the same port. */
public final class StoppablePostgres implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;

    public StoppablePostgres() {
        try {
            data = Files.createTempDirectory("flightlog-postgres-");
            server = builder().start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    }

    public Postgres.Database database() {
        return new Postgres.Database(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
    }

    /** Breaks every connection; work that was not committed is gone. */
    public void stop() {
        try {
            server.close();
        } catch (IOException unstoppable) {
            throw new UncheckedIOException(unstoppable);
        }
    }

    /** Starts it again. */
    public void start() {
        try {
            server = builder().setPort(server.getPort()).start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
