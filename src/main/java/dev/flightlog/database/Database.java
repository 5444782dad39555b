package dev.flightlog.database;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyIn;

/**
 * What every {@code *Store} speaks to Postgres with. A statement joins the caller's transaction, or is one of its own,
 * which then costs one round trip.
 *
 * <p>Parameters: numbers, text, booleans, {@link java.time.Instant} (timestamptz), {@link java.time.LocalDate} (date),
 * {@link java.util.UUID}, {@code byte[]}, null, and collections of these (arrays, for {@code unnest} and {@code any}).
 *
 * @throws DatabaseException from every method when Postgres refuses or is unavailable
 */
@Singleton
public class Database {
    private static final int ROWS_AT_A_TIME = 1_000;
    /** The driver's own word for it; usually it asks for text until it has seen a statement five times. */
    private static final int ALWAYS_BINARY = -1;

    private final TransactionOperations<Connection> transactions;
    private final ConnectionOperations<Connection> connections;

    Database(TransactionOperations<Connection> transactions, ConnectionOperations<Connection> connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    /** Runs the work in one transaction; joins the caller's if there is one. Never call GitHub inside. */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return execute(_ -> work.get());
    }

    /** As {@link #inTransaction(Supplier)}, for work without a result. */
    public void transact(Runnable work) {
        execute(_ -> {
            work.run();
            return true;
        });
    }

    /** Runs something once the caller's transaction is committed, and never if it is not; at once outside of one. */
    public void afterCommit(Runnable work) {
        transactions
                .findTransactionStatus()
                .ifPresentOrElse(
                        status -> status.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                work.run();
                            }
                        }),
                        work);
    }

    /** Rows changed. */
    public int update(String sql, @Nullable Object... parameters) {
        return execute(sql, parameters, PreparedStatement::executeUpdate);
    }

    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        List<T> rows = new ArrayList<>();
        execute(sql, parameters, statement -> read(statement, mapper, rows::add));
        return rows;
    }

    /** The first row, or null where there is none. */
    public <T> @Nullable T first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        List<T> rows = list(sql, mapper, parameters);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    /**
     * As {@link #first}, with the row in Postgres' binary form from the first time on: a large {@code bytea} is then
     * held once. It costs a round trip.
     */
    public <T> @Nullable T firstInBinary(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return execute(sql, parameters, statement -> {
                    statement.unwrap(PGStatement.class).setPrepareThreshold(ALWAYS_BINARY);
                    try (ResultSet results = statement.executeQuery()) {
                        return results.next() ? Optional.of(mapper.map(new Row(results))) : Optional.<T>empty();
                    }
                })
                .orElse(null);
    }

    /** The single value of a statement that always gives one row, such as a count. */
    public <T> T one(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        T row = first(sql, mapper, parameters);
        if (row == null) {
            throw new IllegalStateException("no row where one was expected");
        }
        return row;
    }

    public boolean exists(String sql, @Nullable Object... parameters) {
        return first(sql, _ -> true, parameters) != null;
    }

    /** Hands rows over one by one, in constant memory. */
    public <T> void each(String sql, RowMapper<T> mapper, Consumer<T> consumer, @Nullable Object... parameters) {
        // The driver reads by and by only inside a transaction.
        transact(() -> execute(sql, parameters, statement -> {
            statement.setFetchSize(ROWS_AT_A_TIME);
            return read(statement, mapper, consumer);
        }));
    }

    private static <T> boolean read(PreparedStatement statement, RowMapper<T> mapper, Consumer<T> consumer)
            throws SQLException {
        try (ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            while (results.next()) {
                consumer.accept(mapper.map(row));
            }
            return true;
        }
    }

    /** Streams bytes in {@code COPY … from stdin} format. Rows loaded. Call inside {@link #inTransaction}. */
    public long copy(String sql, InputStream rows) {
        return onConnection(connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        });
    }

    /** Starts a {@code COPY … from stdin} that the caller feeds. Call inside {@link #inTransaction}. */
    public CopyIn startCopy(String sql) {
        return onConnection(
                connection -> connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    }

    /** Work on the connection of the current transaction, for what the methods above do not give. */
    public <T> T onConnection(ConnectionWork<T> work) {
        return unlessLost(() -> connections.execute(ConnectionDefinition.DEFAULT, status -> {
            try {
                return work.run(status.getConnection());
            } catch (SQLException refused) {
                throw DatabaseException.of(refused);
            }
        }));
    }

    /**
     * Work whose statements each get an answer within this time, or fail as when Postgres is unavailable: a server that
     * hangs does not refuse. The connection is given up then.
     */
    public <T> T within(Duration longest, Supplier<T> work) {
        return onConnection(connection -> {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(longest.toMillis()));
            return work.get();
        });
    }

    private <T extends @Nullable Object> T execute(TransactionCallback<Connection, T> work) {
        return unlessLost(() -> transactions.execute(TransactionDefinition.DEFAULT, work));
    }

    /** A connection that breaks, or that cannot be had, shows itself in three more ways; callers see one. */
    private static <T extends @Nullable Object> T unlessLost(Supplier<T> work) {
        try {
            return work.get();
        } catch (CannotGetJdbcConnectionException | ConnectionException | TransactionException lost) {
            throw DatabaseException.of(
                    new SQLException("the connection is lost", DatabaseException.CONNECTION_LOST, lost));
        }
    }

    private <T> T execute(String sql, @Nullable Object[] parameters, StatementWork<T> work) {
        return onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters.bind(statement, parameters);
                return work.run(statement);
            }
        });
    }

    /** Uses a connection. */
    @FunctionalInterface
    public interface ConnectionWork<T> {
        T run(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface StatementWork<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
