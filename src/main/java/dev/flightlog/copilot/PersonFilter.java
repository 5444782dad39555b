package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Copies a report file without the rows of some people, a row a line. */
public final class PersonFilter {
    private PersonFilter() {}

    /**
     * @return who had rows that were left out
     * @throws IOException when the file is damaged
     */
    public static Set<Long> copyWithout(Set<Long> people, InputStream part, OutputStream out) throws IOException {
        Set<Long> left = new HashSet<>();
        try (JsonParser parser = Trees.JSON.createParser(part)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    continue;
                }
                JsonNode row = Trees.read(parser);
                long person = row.path("user_id").asLong();
                if (people.contains(person)) {
                    left.add(person);
                } else {
                    out.write(row.toString().getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            }
        }
        return left;
    }
}
