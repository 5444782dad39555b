package dev.flightlog.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real Postgres for tests: a container where a Docker engine runs, an embedded server where not. One server for each
 * JVM, and as many databases on it as asked for.
 */
public final class Postgres {
    private static final List<Runnable> BEFORE_STOP = new CopyOnWriteArrayList<>();
    /** The name that the documentation gives the server's user: not a superuser, and called like the views' schema. */
    private static final String OWNER = "flightlog";

    private static final Server SERVER = withOwner(start());
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** A fresh, empty database of an ordinary user. */
    public static Database fresh() {
        return fresh("");
    }

    /** @param how further words of {@code create database} */
    public static Database fresh(String how) {
        return create("owner " + OWNER + " " + how);
    }

    /** A fresh database with the tables of today: a copy, because seventy migrations take a second each time. */
    public static Database migrated() {
        return create("owner " + OWNER + " template " + Template.NAME + " strategy file_copy");
    }

    /** A fresh database in which the ordinary user may make nothing. */
    public static Database ofAnother() {
        return create("");
    }

    /** Hundreds of databases that nobody uses any more cost the server half a minute when it stops. */
    static void drop(Database database) {
        SERVER.execute("drop database " + name(database) + " with (force)");
    }

    private static String name(Database database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private static Database create(String how) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        SERVER.execute("create database " + name + " " + how);
        return new Database(SERVER.url(name), OWNER, OWNER);
    }

    private static Server withOwner(Server server) {
        server.execute("create role " + OWNER + " login password '" + OWNER + "'");
        return server;
    }

    private static Server start() {
        return dockerAnswers() ? container() : embedded();
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException none) {
            return false;
        }
    }

    private static Server container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine")
                .withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off");
        container.start();
        String url = container.getJdbcUrl();
        String base = url.substring(0, url.lastIndexOf('/') + 1);
        return new Server(base, container.getUsername(), container.getPassword());
    }

    private static Server embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    // Hundreds of small databases for seconds each: nothing in them needs a vacuum or survives a crash.
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "postgres"));
            return new Server("jdbc:postgresql://localhost:" + server.getPort() + "/", "postgres", "postgres");
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** First who still speaks to it, then the server. */
    private static void stop(EmbeddedPostgres server) {
        BEFORE_STOP.forEach(Runnable::run);
        try {
            server.close();
        } catch (IOException unstoppable) {
            System.err.println("the embedded Postgres did not stop: " + unstoppable.getMessage());
        }
    }

    /** Runs when the JVM ends, while the server still answers. */
    public static void beforeStop(Runnable work) {
        BEFORE_STOP.add(work);
    }

    /** The database that {@link #migrated} copies. Nothing else connects to it. */
    private static final class Template {
        static final String NAME = name(migrate(fresh()));

        private static Database migrate(Database database) {
            Flyway.configure()
                    .dataSource(database.url(), database.username(), database.password())
                    .defaultSchema("public")
                    .load()
                    .migrate();
            return database;
        }
    }

    private record Server(String base, String username, String password) {
        String url(String database) {
            return base + database;
        }

        private void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), username, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException refused) {
                throw new IllegalStateException("the test server refused: " + sql, refused);
            }
        }
    }

    /** Where a database is. */
    public record Database(String url, String username, String password) {
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, username, password);
        }
    }
}
