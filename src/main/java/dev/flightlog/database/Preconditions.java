package dev.flightlog.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a database before the schema is made: what is wrong here ends the start instead of the first post. */
final class Preconditions {
    private static final int OLDEST = 140_000;

    private static final String LOOK = """
        select current_database()                                            as database
             , current_user                                                  as role
             , current_setting('server_version_num')::int                    as version
             , current_setting('server_version')                             as version_words
             , current_setting('server_encoding')                            as encoding
             , current_setting('transaction_read_only')                      as read_only
             , to_regclass('public.flyway_schema_history') is not null       as made
             , has_schema_privilege('public', 'create')                      as may_make_tables
             , has_database_privilege(current_database(), 'create')
               or to_regnamespace('flightlog') is not null                   as may_make_schema
        """;

    private Preconditions() {}

    /** True when the server can be written to; false for a standby, for which waiting helps.
     *
     * @throws IllegalStateException when only a person can help; the message says how
     */
    static boolean writable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            refuse(row);
            return row.getString("read_only").equals("off");
        }
    }

    private static void refuse(ResultSet row) throws SQLException {
        String database = row.getString("database");
        String role = row.getString("role");
        if (row.getInt("version") < OLDEST) {
            throw new IllegalStateException(
                    "Postgres 14 or later is needed, this is " + row.getString("version_words"));
        }
        if (!row.getString("encoding").equals("UTF8")) {
            throw new IllegalStateException("the encoding of database " + database + " must be UTF8, it is "
                    + row.getString("encoding") + ": create database … encoding 'UTF8' template template0");
        }
        if (!row.getBoolean("made") && !row.getBoolean("may_make_tables")) {
            throw new IllegalStateException(
                    "role " + role + " may not create tables in database " + database + ": alter database " + database
                            + " owner to " + role + ", or grant create on schema public to " + role);
        }
        if (!row.getBoolean("made") && !row.getBoolean("may_make_schema")) {
            throw new IllegalStateException("role " + role + " may not create the schema flightlog in database "
                    + database
                    + ": alter database " + database + " owner to " + role + ", or grant create on database " + database
                    + " to " + role);
        }
    }
}
