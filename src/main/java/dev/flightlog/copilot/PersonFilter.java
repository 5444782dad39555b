package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Copies a report file without the rows of one person, a row a line. */
public final class PersonFilter {
    private PersonFilter() {}

    /**
     * @return how many rows were left out
     * @throws IOException when the file is damaged
     */
    public static long copyWithout(long personId, InputStream part, OutputStream out) throws IOException {
        long left = 0;
        try (JsonParser parser = Trees.JSON.createParser(part)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    continue;
                }
                JsonNode row = Trees.read(parser);
                if (row.path("user_id").asLong() == personId) {
                    left++;
                } else {
                    out.write(row.toString().getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            }
        }
        return left;
    }
}
