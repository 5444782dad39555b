package dev.flightlog.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A primary and a standby that streams from it, synchronously, so that what was committed is on both. The standby begins
 * as a copy of the stopped primary's files, because the embedded binaries have no {@code pg_basebackup}.
 */
public final class ReplicatedPostgres implements AutoCloseable {
    private final Path primaryData;
    private final Path standbyData;
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    public ReplicatedPostgres() {
        try {
            primaryData = Files.createTempDirectory("flightlog-primary-");
            standbyData = Files.createTempDirectory("flightlog-standby-");
            EmbeddedPostgres first = server(primaryData).start();
            int port = first.getPort();
            first.close();
            copy(primaryData, standbyData);
            Files.createFile(standbyData.resolve("standby.signal"));
            Files.writeString(
                    standbyData.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres'\n",
                    StandardOpenOption.APPEND);
            primary = server(primaryData).setPort(port).start();
            standby = server(standbyData).start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        execute(primary, "alter system set synchronous_standby_names = '*'");
        execute(primary, "select pg_reload_conf()");
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on");
    }

    /** Both addresses, as the documents say: the driver takes whichever can be written to. */
    public Postgres.Database database() {
        return new Postgres.Database(
                "jdbc:postgresql://localhost:" + primary.getPort() + ",localhost:" + standby.getPort()
                        + "/postgres?targetServerType=primary",
                "postgres",
                "postgres");
    }

    /** The primary is gone for good. */
    public void stopPrimary() {
        try {
            primary.close();
        } catch (IOException unstoppable) {
            throw new UncheckedIOException(unstoppable);
        }
    }

    /** The standby becomes the primary. */
    public void promote() {
        execute(standby, "select pg_promote()");
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !file.equals(from)).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Override
    public void close() throws IOException {
        primary.close();
        standby.close();
        for (Path directory : new Path[] {primaryData, standbyData}) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
