package dev.flightlog.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the sessions lead to a server that can only be read, as after a failover behind one address, and closes
 * them all, so that new ones find the primary within seconds.
 */
@Singleton
class Failover {
    private static final Logger LOG = LoggerFactory.getLogger(Failover.class);

    private static final int MAX_ANSWER_MILLIS = 3_000;

    private final DataSource dataSource;
    private final Migrations migrations;
    private final AtomicBoolean readOnly = new AtomicBoolean();

    Failover(DataSource dataSource, Migrations migrations) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.migrations = migrations;
    }

    @Scheduled(initialDelay = "2s", fixedDelay = "2s")
    void look() {
        if (migrations.done()) {
            try {
                writable();
            } catch (SQLException away) {
                LOG.debug("Postgres is unavailable: {}", away.getMessage());
            }
        }
    }

    /**
     * True when a session can write. When not, all sessions are closed.
     *
     * @throws SQLException when there is no session
     */
    boolean writable() throws SQLException {
        boolean writable;
        try (Connection connection = dataSource.getConnection()) {
            // A server that hangs does not refuse.
            connection.setNetworkTimeout(Runnable::run, MAX_ANSWER_MILLIS);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show transaction_read_only")) {
                writable = row.next() && "off".equals(row.getString(1));
            }
        }
        note(!writable);
        return writable;
    }

    private void note(boolean now) {
        if (now && dataSource instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        if (readOnly.getAndSet(now) == now) {
            return;
        }
        if (now) {
            LOG.warn("Postgres can only be read (a standby, or default_transaction_read_only is on): jobs wait,"
                    + " deliveries are answered with 503, new connections look for the primary");
        } else {
            LOG.info("Postgres can be written to again");
        }
    }
}
