package dev.flightlog.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date once Postgres is there, while the server already answers.
 *
 * <p>Two replicas that start together wait for each other on Flyway's lock.
 */
@Singleton
public class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** As in {@code application.yml}: with Postgres' own search path a user of the views' name would find those first. */
    private static final String SCHEMA = "public";

    private static final long PAUSE_MILLISECONDS = 1_000;

    private final DataSource dataSource;
    private final ApplicationEventPublisher<DatabaseReady> ready;
    private volatile boolean done;
    private volatile boolean stopping;

    Migrations(DataSource dataSource, ApplicationEventPublisher<DatabaseReady> ready) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.ready = ready;
    }

    /** True once the schema is up to date. */
    public boolean done() {
        return done;
    }

    @EventListener
    void onStartup(ServerStartupEvent started) {
        Thread.ofVirtual().name("migrations").start(this::run);
    }

    /** What fails from now on fails because the connections are closed. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void run() {
        try {
            waitForPostgres();
            if (stopping) {
                return;
            }
            migrate(dataSource);
            done = true;
            ready.publishEvent(new DatabaseReady());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException wrong) {
            if (stopping) {
                return;
            }
            LOG.error(
                    "the database cannot be used, the server stops: {}",
                    String.valueOf(wrong.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "));
            System.exit(1);
        }
    }

    /**
     * Also what came later with a lower number: people work side by side, each with a range of numbers. Flyway warns of that
     * order wherever it is allowed, so it is allowed only where it is met.
     */
    static void migrate(DataSource dataSource) {
        FluentConfiguration flyway = Flyway.configure().dataSource(dataSource).defaultSchema(SCHEMA);
        boolean late = Arrays.stream(flyway.load().info().all())
                .anyMatch(migration -> migration.getState() == MigrationState.IGNORED);
        flyway.outOfOrder(late).load().migrate();
    }

    private void waitForPostgres() throws InterruptedException {
        String said = "";
        while (!stopping) {
            String now = trouble();
            if (now.isEmpty()) {
                return;
            }
            if (!now.equals(said) && !stopping) {
                LOG.warn(now);
                said = now;
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    /**
     * What is waited for; an empty text when the database can be used.
     *
     * @throws IllegalStateException when waiting does not help
     */
    private String trouble() {
        try (Connection connection = dataSource.getConnection()) {
            if (Preconditions.writable(connection)) {
                return "";
            }
            dataSource.unwrap(HikariDataSource.class).evictConnection(connection);
            return "waiting for Postgres (FLIGHTLOG_DATABASE_URL): the server can only be read (a standby, or"
                    + " default_transaction_read_only is on)";
        } catch (SQLException away) {
            return switch (ConnectionFault.of(away)) {
                case ConnectionFault.Passing(String sentence) -> sentence;
                case ConnectionFault.Lasting(String sentence) -> throw new IllegalStateException(sentence, away);
            };
        }
    }
}
