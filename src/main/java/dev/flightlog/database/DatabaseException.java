package dev.flightlog.database;

import java.sql.SQLException;

/** Postgres refused a statement, or is away. Its message names the SQL state, never the values. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    private DatabaseException(String sqlState, SQLException cause) {
        super("Postgres refused a statement (SQL state " + sqlState + ")", cause);
        this.sqlState = sqlState;
    }

    static DatabaseException of(SQLException refused) {
        String state = refused.getSQLState();
        return new DatabaseException(state == null ? "unknown" : state, refused);
    }

    /** The five characters of the SQL standard that say what went wrong, or {@code unknown}. */
    public String sqlState() {
        return sqlState;
    }
}
