package dev.flightlog.database;

import java.sql.SQLException;

/** Postgres refused a statement, or is away. Its message names the SQL state and never shows a value. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    private DatabaseException(String sqlState, SQLException cause) {
        super("Postgres refused a statement (SQL state " + sqlState + ")" + words(sqlState, cause), cause);
        this.sqlState = sqlState;
    }

    static DatabaseException of(SQLException refused) {
        String state = refused.getSQLState();
        return new DatabaseException(state == null ? "unknown" : state, refused);
    }

    /** What is wrong with the statement itself (class 42) holds names of columns, not values. */
    private static String words(String sqlState, SQLException cause) {
        return sqlState.startsWith("42")
                ? ": " + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                : "";
    }

    /** The five characters of the SQL standard that say what went wrong, or {@code unknown}. */
    public String sqlState() {
        return sqlState;
    }

    /** True when the connection is lost (08), or Postgres stops (57P) or is out of resources, such as a full disk (53). */
    public boolean away() {
        return sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.startsWith("53");
    }
}
