package dev.flightlog.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The least there is to do for teams and seats: read each as a stream, keep the scalar columns, and copy them. */
final class FloorOfMembers {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FULL = 64 * 1024;

    private final StringBuilder lines = new StringBuilder(2 * FULL);
    private final CopyIn copy;

    private FloorOfMembers(CopyIn copy) {
        this.copy = copy;
    }

    static void run(String databaseUrl, Iterable<InputStream> teams, Iterable<InputStream> seats)
            throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                    create table floor_member (
                        org_id bigint, day date, team_id bigint, person_id bigint
                      , primary key (org_id, day, team_id, person_id))
                    """);
                statement.execute("""
                    create table floor_seat (
                        org_id bigint, person_id bigint, login text, plan_type text, created_at timestamptz
                      , last_activity_at timestamptz, last_activity_editor text, last_authenticated_at timestamptz
                      , primary key (org_id, person_id))
                    """);
            }
            connection.setAutoCommit(false);
            copy(connection, "floor_member", teams, FloorOfMembers::member);
            copy(connection, "floor_seat", seats, FloorOfMembers::seats);
            connection.commit();
        }
    }

    @FunctionalInterface
    private interface Row {
        void read(FloorOfMembers floor, JsonParser parser) throws IOException;
    }

    private static void copy(Connection connection, String table, Iterable<InputStream> files, Row row)
            throws IOException, SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        FloorOfMembers floor = new FloorOfMembers(copy);
        for (InputStream file : files) {
            try (JsonParser parser = JSON.createParser(file)) {
                while (parser.nextToken() != null) {
                    row.read(floor, parser);
                    floor.flush(FULL);
                }
            }
        }
        floor.flush(0);
        copy.endCopy();
    }

    private void flush(int above) throws IOException {
        if (lines.length() > above) {
            byte[] bytes = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException refused) {
                throw new IOException(refused);
            }
            lines.setLength(0);
        }
    }

    private void member(JsonParser parser) throws IOException {
        String day = "";
        long team = 0;
        long person = 0;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "day" -> day = parser.getText();
                case "team_id" -> team = parser.getLongValue();
                case "user_id" -> person = parser.getLongValue();
                default -> parser.skipChildren();
            }
        }
        row("70001", day, Long.toString(team), Long.toString(person));
    }

    /** A page: an object whose {@code seats} are the rows. */
    private void seats(JsonParser parser) throws IOException {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    seat(parser);
                }
            }
        }
    }

    private void seat(JsonParser parser) throws IOException {
        String[] columns = {"70001", "", "", "", "", "", "", ""};
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "assignee" -> assignee(parser, columns);
                case "plan_type" -> columns[3] = parser.getText();
                case "created_at" -> columns[4] = parser.getText();
                case "last_activity_at" -> columns[5] = parser.getText();
                case "last_activity_editor" -> columns[6] = parser.getText();
                case "last_authenticated_at" -> columns[7] = parser.getText();
                default -> parser.skipChildren();
            }
        }
        row(columns);
    }

    private static void assignee(JsonParser parser, String[] columns) throws IOException {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "id" -> columns[1] = parser.getText();
                case "login" -> columns[2] = parser.getText();
                default -> parser.skipChildren();
            }
        }
    }

    private void row(String... columns) {
        lines.append(columns[0]);
        for (int column = 1; column < columns.length; column++) {
            lines.append('\t').append(columns[column]);
        }
        lines.append('\n');
    }
}
