package dev.flightlog.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The least there is to do: read the file as a stream, keep the scalar columns of {@code usage_user_day}, and copy them
 * into a table with the same key. No archive, no teams, no breakdowns, no weeks.
 */
final class Floor {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FLAGS = 9;
    private static final int COUNTERS = 17;
    private static final int FULL = 64 * 1024;

    private final long[] counters = new long[COUNTERS];
    private final boolean[] flags = new boolean[FLAGS];
    private final StringBuilder line = new StringBuilder(2 * FULL);
    private String day = "";
    private long person;
    private BigDecimal credits = BigDecimal.ZERO;
    private int phase;

    /** Rows copied. */
    static long run(String databaseUrl, Iterable<InputStream> parts) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                    create table floor (like usage_user_day including defaults including constraints
                                      , primary key (org_id, day, person_id))
                    """);
            }
            connection.setAutoCommit(false);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy floor from stdin");
            Floor floor = new Floor();
            for (InputStream part : parts) {
                floor.read(part, copy);
            }
            floor.flush(copy);
            long rows = copy.endCopy();
            connection.commit();
            return rows;
        }
    }

    private void read(InputStream part, CopyIn copy) throws IOException, SQLException {
        try (JsonParser parser = JSON.createParser(part)) {
            while (parser.nextToken() != null) {
                row(parser);
                append();
                if (line.length() > FULL) {
                    flush(copy);
                }
            }
        }
    }

    private void flush(CopyIn copy) throws SQLException {
        byte[] bytes = line.toString().getBytes(StandardCharsets.ISO_8859_1);
        copy.writeToCopy(bytes, 0, bytes.length);
        line.setLength(0);
    }

    private void append() {
        line.append("70001\t").append(day).append('\t').append(person);
        for (boolean flag : flags) {
            line.append('\t').append(flag ? 't' : 'f');
        }
        for (long counter : counters) {
            line.append('\t').append(counter);
        }
        line.append('\t').append(credits).append('\t').append(phase).append('\n');
    }

    private void row(JsonParser parser) throws IOException {
        java.util.Arrays.fill(counters, 0);
        java.util.Arrays.fill(flags, false);
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (field) {
                case "day" -> day = parser.getText();
                case "user_id" -> person = parser.getLongValue();
                case "ai_credits_used" -> credits = parser.getDecimalValue();
                case "user_initiated_interaction_count" -> counters[0] = parser.getLongValue();
                case "code_generation_activity_count" -> counters[1] = parser.getLongValue();
                case "code_acceptance_activity_count" -> counters[2] = parser.getLongValue();
                case "loc_suggested_to_add_sum" -> counters[5] = parser.getLongValue();
                case "loc_suggested_to_delete_sum" -> counters[6] = parser.getLongValue();
                case "loc_added_sum" -> counters[7] = parser.getLongValue();
                case "loc_deleted_sum" -> counters[8] = parser.getLongValue();
                case "used_agent" -> flags[1] = value == JsonToken.VALUE_TRUE;
                case "used_chat" -> flags[2] = value == JsonToken.VALUE_TRUE;
                case "used_cli" -> flags[3] = value == JsonToken.VALUE_TRUE;
                case "used_copilot_app" -> flags[4] = value == JsonToken.VALUE_TRUE;
                case "used_copilot_cloud_agent" -> flags[5] = value == JsonToken.VALUE_TRUE;
                case "used_copilot_code_review_active" -> flags[6] = value == JsonToken.VALUE_TRUE;
                case "used_copilot_code_review_passive" -> flags[7] = value == JsonToken.VALUE_TRUE;
                case "ai_adoption_phase" -> phase(parser);
                case "totals_by_cli" -> cli(parser);
                case "totals_by_feature" -> features(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void phase(JsonParser parser) throws IOException {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            if (field.equals("phase_number")) {
                phase = parser.getIntValue();
            }
        }
    }

    private void cli(JsonParser parser) throws IOException {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "session_count" -> counters[9] = parser.getLongValue();
                case "request_count" -> counters[10] = parser.getLongValue();
                case "prompt_count" -> counters[11] = parser.getLongValue();
                case "token_usage" -> cli(parser);
                case "output_tokens_sum" -> counters[12] = parser.getLongValue();
                case "prompt_tokens_sum" -> counters[13] = parser.getLongValue();
                default -> parser.skipChildren();
            }
        }
    }

    private void features(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            boolean completion = false;
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                switch (field) {
                    case "feature" -> completion = parser.getText().equals("code_completion");
                    case "code_generation_activity_count" -> counters[3] += completion ? parser.getLongValue() : 0;
                    case "code_acceptance_activity_count" -> counters[4] += completion ? parser.getLongValue() : 0;
                    default -> {}
                }
            }
        }
    }
}
