package dev.flightlog.database;

import java.sql.SQLException;

/** Postgres refused a statement, or is unavailable. Its message names the SQL state and never shows a value. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** SQL's state for it. */
    static final String CONNECTION_LOST = "08006";

    /** SQL's state for a server that can only be read: a standby, or a primary set to read-only. */
    static final String READ_ONLY = "25006";

    private final String sqlState;

    private DatabaseException(String sqlState, SQLException cause) {
        super("Postgres refused a statement (SQL state " + sqlState + ")" + words(sqlState, cause), cause);
        this.sqlState = sqlState;
    }

    static DatabaseException of(SQLException refused) {
        String state = refused.getSQLState();
        return new DatabaseException(state == null ? "unknown" : state, refused);
    }

    /** For who waited for another's statement that did not end in time. */
    public static DatabaseException unanswered(Exception late) {
        return of(new SQLException("no answer in time", CONNECTION_LOST, late));
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

    /** Connection lost (08), Postgres stopping (57P) or a standby (25006): no statement would do better. */
    public boolean lost() {
        return sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.equals(READ_ONLY);
    }

    /** As {@link #lost}, or Postgres is out of resources, among them a full disk (53): it passes. */
    public boolean away() {
        return lost() || sqlState.startsWith("53");
    }
}
