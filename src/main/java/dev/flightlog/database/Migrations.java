package dev.flightlog.database;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
    private final DatabaseConfiguration configuration;
    private final ApplicationEventPublisher<DatabaseReady> ready;
    private volatile boolean done;
    private volatile boolean stopping;

    Migrations(
            DataSource dataSource,
            DatabaseConfiguration configuration,
            ApplicationEventPublisher<DatabaseReady> ready) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.configuration = configuration;
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
            migrate();
            done = true;
            ready.publishEvent(new DatabaseReady());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException wrong) {
            if (stopping) {
                return;
            }
            LOG.error("the database cannot be used, the server stops: {}", wrong.getMessage());
            System.exit(1);
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema(SCHEMA)
                .placeholders(Map.of("publicUrl", configuration.publicUrl()))
                .load()
                .migrate();
    }

    private void waitForPostgres() throws InterruptedException {
        String said = "";
        while (true) {
            try (Connection connection = dataSource.getConnection()) {
                LOG.debug("Postgres answers: {}", connection.isValid(1));
                return;
            } catch (SQLException away) {
                refuseIfHopeless(away);
                String now = "waiting for Postgres (FLIGHTLOG_DATABASE_URL): SQL state " + away.getSQLState();
                if (!now.equals(said)) {
                    LOG.warn(now);
                    said = now;
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        }
    }

    /** Waiting does not mend a wrong name or password. */
    private static void refuseIfHopeless(SQLException away) {
        for (Throwable cause = away; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException refused ? String.valueOf(refused.getSQLState()) : "";
            if (state.startsWith("28")) {
                throw new IllegalStateException(
                        "Postgres refuses FLIGHTLOG_DATABASE_USERNAME or FLIGHTLOG_DATABASE_PASSWORD");
            }
            if (state.equals("3D000")) {
                throw new IllegalStateException("FLIGHTLOG_DATABASE_URL names a database that does not exist");
            }
        }
    }
}
