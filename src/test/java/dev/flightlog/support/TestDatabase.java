package dev.flightlog.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A migrated database of its own on the JVM's one Postgres server; each is a copy of a template. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase create() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("postgres", "create database " + name + " template flightlog_template");
        return new TestDatabase(name);
    }

    /** What an application context needs to use it. */
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url",
                Server.POSTGRES.getJdbcUrl("postgres", name),
                "datasources.default.username",
                "postgres",
                "datasources.default.password",
                "postgres",
                "datasources.default.minimum-idle",
                "0",
                "datasources.default.maximum-pool-size",
                "4");
    }

    public void execute(String sql) {
        execute(name, sql);
    }

    private static void execute(String database, String sql) {
        try (Connection connection =
                        Server.POSTGRES.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Started when first used, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                try (Connection connection = postgres.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create database flightlog_template");
                }
                Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", "flightlog_template"))
                        .placeholders(Map.of("publicUrl", "http://localhost:8080"))
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException unstartable) {
                throw new UncheckedIOException(unstartable);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }
}
