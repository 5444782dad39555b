package dev.flightlog.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test's own statements, each a transaction of its own, over one connection that stays open: Postgres starts a process for
 * each connection, and tests ask between any two jobs. Where it was lost in the meantime, another is opened.
 */
final class TestStatements implements AutoCloseable {
    private final Postgres.Database database;
    private @Nullable Connection open;

    TestStatements(Postgres.Database database) {
        this.database = database;
    }

    /** Every first column, as text. */
    synchronized List<String> query(String sql) {
        return run(sql, statement -> {
            List<String> values = new ArrayList<>();
            try (ResultSet results = statement.executeQuery(sql)) {
                while (results.next()) {
                    values.add(String.valueOf(results.getString(1)));
                }
            }
            return values;
        });
    }

    synchronized void execute(String sql) {
        run(sql, statement -> statement.execute(sql));
    }

    private <T> T run(String sql, Work<T> work) {
        boolean fresh = open == null;
        try (Statement statement = connection().createStatement()) {
            return work.with(statement);
        } catch (SQLException refused) {
            close();
            if (!fresh && lost(refused)) {
                return run(sql, work);
            }
            throw new AssertionError("the test's own statement failed: " + sql, refused);
        }
    }

    /** Broken, or ended by an administrator: what some tests do to the database between two statements. */
    private static boolean lost(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    private Connection connection() throws SQLException {
        if (open == null || open.isClosed()) {
            open = database.connect();
        }
        return open;
    }

    @Override
    public synchronized void close() {
        try (Connection _ = open) {
            open = null;
        } catch (SQLException gone) {
            // The server may be away: that is what some tests do.
        }
    }

    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }
}
